package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Personal;

/** An Instant Payment Notification: a form, in the character set that it says itself. */
record Ipn(Map<String, String> fields) implements Personal {

    private static final Charset UNLESS_SAID = Charset.forName("windows-1252"); // PayPal's
    private static final int MOST_FIELDS = 1000;

    /** Nothing if it is no form. */
    static Optional<Ipn> read(byte[] body) {
        String text = new String(body, ISO_8859_1);
        try {
            String charset = parse(text, ISO_8859_1).getOrDefault("charset", UNLESS_SAID.name());
            return Optional.of(new Ipn(parse(text, Charset.forName(charset))));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) { // of the decoder: a % that nothing follows
            return Optional.empty();
        }
    }

    /** As a job holds it: each field is text, or as good as text. */
    static Ipn of(ObjectNode payload) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            if (field.getValue().isContainerNode()) {
                throw new InvalidMessage("payload has a field that is no text");
            }
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        }
        return new Ipn(fields);
    }

    private static Map<String, String> parse(String form, Charset charset) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : form.split("&", MOST_FIELDS)) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.put(
                        URLDecoder.decode(field.substring(0, end), charset),
                        URLDecoder.decode(field.substring(end + 1), charset));
            }
        }
        return fields;
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    boolean is(String field, String value) {
        return text(field).equals(value);
    }

    boolean isAny() {
        return has("txn_type") || has("payment_status");
    }

    boolean isOfMoney() {
        return has("txn_id") || has("mc_gross") || has("payment_status");
    }

    boolean isTest() {
        return has("test_ipn") && !text("test_ipn").equals("0");
    }

    @Override
    public String toString() {
        return masked();
    }
}
