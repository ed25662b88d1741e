package org.almoner.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages that would sing: whatever they tell of a person can be heard wherever it gets out. */
final class CanaryMessages {

    static final String SONG = "canary7";

    /** An address that nobody has; IP addresses cannot sing. */
    static final String IP_ADDRESS = "198.18.77.66";

    private static final String EMAIL = SONG + "@example.org";
    private static final Map<String, String> PERSONAL = Map.ofEntries(
            Map.entry("email", EMAIL),
            Map.entry("billing_email", EMAIL),
            Map.entry("first_name", SONG),
            Map.entry("middle_name", SONG),
            Map.entry("last_name", SONG),
            Map.entry("full_name", SONG + " " + SONG),
            Map.entry("partner_full_name", SONG),
            Map.entry("organization_name", SONG),
            Map.entry("first_name_phonetic", SONG),
            Map.entry("last_name_phonetic", SONG),
            Map.entry("street_address", SONG + " 1"),
            Map.entry("supplemental_address_1", SONG),
            Map.entry("supplemental_address_2", SONG),
            Map.entry("city", SONG),
            Map.entry("state_province", SONG),
            Map.entry("postal_code", SONG),
            Map.entry("phone", SONG),
            Map.entry("fiscal_number", SONG),
            Map.entry("employer", SONG),
            Map.entry("external_identifier", "@" + SONG),
            Map.entry("contact_hash", SONG),
            Map.entry("user_ip", IP_ADDRESS),
            Map.entry("user_agent", SONG),
            Map.entry("note", SONG),
            Map.entry("payer_email", EMAIL),
            Map.entry("payer_business_name", SONG),
            Map.entry("address_street", SONG),
            Map.entry("contact_phone", SONG),
            Map.entry("memo", SONG),
            Map.entry("shopperEmail", EMAIL));

    private static final List<String> FIELDS_WITH_A_FORM = List.of(
            "date",
            "gross",
            "contact_id",
            "recipient_id",
            "opt_in",
            "currency",
            "country",
            "amount",
            "mc_gross",
            "mc_currency",
            "payment_date",
            "eventDate",
            "recurring");

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanaryMessages() {}

    /** A sample with each personal field, those that it lacks included; and the same with each of them gone wrong. */
    static List<String> of(String sample) throws JsonProcessingException {
        ObjectNode message = (ObjectNode) JSON.readTree(sample);
        message.put("source_name", SONG.length()); // differs from the sample itself, whose key may be known
        List<String> messages = new ArrayList<>(of(message, message));
        if (message.path("payload") instanceof ObjectNode payload) { // a job's
            messages.addAll(of(message, payload));
        }
        return messages;
    }

    private static List<String> of(ObjectNode message, ObjectNode part) {
        PERSONAL.forEach(part::put);
        List<String> messages = new ArrayList<>(List.of(message.toString(), cut(message), unquoted(message)));
        for (var field : PERSONAL.entrySet()) {
            String name = field.getKey();
            messages.add(with(
                    message,
                    part,
                    name,
                    JSON.getNodeFactory().textNode(field.getValue().repeat(100))));
            messages.add(with(message, part, name, JSON.createObjectNode().put(SONG, field.getValue())));
        }
        for (String field : FIELDS_WITH_A_FORM) {
            messages.add(with(message, part, field, JSON.getNodeFactory().textNode(SONG)));
        }
        return messages;
    }

    private static String with(ObjectNode message, ObjectNode part, String field, JsonNode value) {
        JsonNode before = part.get(field);
        part.set(field, value);
        String changed = message.toString();
        if (before == null) {
            part.remove(field);
        } else {
            part.set(field, before);
        }
        return changed;
    }

    private static String cut(ObjectNode message) {
        String text = message.toString();
        return text.substring(0, text.lastIndexOf(SONG) + 3);
    }

    private static String unquoted(ObjectNode message) {
        return message.toString().replace("\"" + SONG + "\"", SONG);
    }
}
