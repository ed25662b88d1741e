package org.almoner.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A follow-up made of a message that came in. The {@code source_*} fields are put in anew when it is pushed. */
public final class Forwarded {

    private final ObjectNode fields;

    Forwarded(ObjectNode fields) {
        this.fields = fields;
    }

    public Forwarded with(String field, @Nullable Object value) {
        fields.putPOJO(field, value);
        return this;
    }

    public Forwarded without(String... names) {
        for (String name : names) {
            fields.remove(name);
        }
        return this;
    }

    @JsonValue
    ObjectNode fields() {
        return fields;
    }

    /** Not its content, which may be personal. */
    @Override
    public String toString() {
        return "Forwarded[" + fields.size() + " fields]";
    }
}
