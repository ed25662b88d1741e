package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almoner.queue.InvalidMessage;

/** Named {@linkplain Amount amounts}; those that are absent are left out, and PHP writes none at all as {@code []}. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Amounts.Reader.class)
public @interface Amounts {

    /** Reads {@link Amounts}. */
    final class Reader extends StdDeserializer<Map<String, BigDecimal>> {

        private final Amount.Reader amount = new Amount.Reader();

        Reader() {
            super(Map.class);
        }

        @Override
        public Map<String, BigDecimal> deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.isExpectedStartArrayToken() && parser.nextToken() == JsonToken.END_ARRAY) {
                return Map.of();
            }
            if (!parser.isExpectedStartObjectToken()) {
                throw new InvalidMessage("is not a list of named numbers");
            }
            return entries(parser, context);
        }

        private Map<String, BigDecimal> entries(JsonParser parser, DeserializationContext context) throws IOException {
            Map<String, BigDecimal> amounts = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                BigDecimal value =
                        parser.nextToken() == JsonToken.VALUE_NULL ? null : amount.deserialize(parser, context);
                if (value != null) {
                    amounts.put(name, value);
                }
            }
            return amounts;
        }
    }
}
