package org.almoner.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be read of a message that somebody could not handle, which may be anything. */
record DeadMessage(Optional<String> transactionId, Optional<String> category) {

    /** Of its own: it is no reason to keep less of a message that it has a field twice or a long text. */
    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern TRANSACTION_ID = Pattern.compile("\\w{32}");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z_]{1,60}");

    static DeadMessage read(byte[] message) {
        JsonNode fields = parse(message);
        JsonNode event = fields.has("event") ? fields.get("event") : fields;
        return new DeadMessage(text(event, "transactionId", TRANSACTION_ID), text(fields, "category", CATEGORY));
    }

    private static JsonNode parse(byte[] message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> text(JsonNode fields, String name, Pattern form) {
        return Optional.ofNullable(fields.path(name).textValue())
                .filter(text -> form.matcher(text).matches());
    }
}
