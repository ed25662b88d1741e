package org.almoner.gateway.braintree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form in which Braintree sends a notification.
 *
 * @param signature pairs of public key and signature, {@code public|signature&public|signature}
 * @param payload XML in Base64, in lines
 */
record BraintreeForm(String signature, String payload) {

    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9+/=\\n]+");

    /** Nothing if a field is missing, stands there twice, or holds what it cannot. */
    static Optional<BraintreeForm> of(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !decodedInto(fields, pair.substring(0, equals), pair.substring(equals + 1))) {
                return Optional.empty();
            }
        }
        var form = new BraintreeForm(fields.getOrDefault("bt_signature", ""), fields.getOrDefault("bt_payload", ""));
        return form.signature.isEmpty() || !PAYLOAD.matcher(form.payload).matches()
                ? Optional.empty()
                : Optional.of(form);
    }

    private static boolean decodedInto(Map<String, String> fields, String name, String value) {
        try {
            return fields.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8)) == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Nothing if it is no Base64 after all. */
    Optional<byte[]> xml() {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(payload));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
