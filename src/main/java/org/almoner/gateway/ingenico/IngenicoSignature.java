package org.almoner.gateway.ingenico;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.almoner.gateway.Hmac;

/**
 * What a call to Ingenico is signed over: method, type of the body, date, headers of its own, path.
 *
 * @param contentType empty for a call without a body
 */
record IngenicoSignature(String method, String contentType, String date, String idempotenceKey, String path) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** As HTTP writes it. */
    static String dateOf(Instant now) {
        return DATE.format(now);
    }

    String authorization(String keyId, String secret) {
        byte[] seal = Hmac.sha256(secret).of(signed().getBytes(UTF_8));
        return "GCS v1HMAC:" + keyId + ":" + Base64.getEncoder().encodeToString(seal);
    }

    private String signed() {
        String own = idempotenceKey.isEmpty() ? "" : "x-gcs-idempotence-key:" + idempotenceKey + "\n";
        return method + "\n" + contentType + "\n" + date + "\n" + own + path + "\n";
    }
}
