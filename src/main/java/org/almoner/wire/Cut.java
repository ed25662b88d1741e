package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/** Text of which only the first so many characters count; empty text counts as absent. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Cut.Reader.class)
public @interface Cut {

    int value() default 255;

    /** Reads {@link Cut}. */
    final class Reader extends ScalarReader<String> implements ContextualDeserializer {

        private final int longest;

        Reader() {
            this(255);
        }

        private Reader(int longest) {
            super(String.class, "is not text");
            this.longest = longest;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getAnnotation(Cut.class).value());
        }

        @Override
        @Nullable
        String read(String text) {
            return text.isEmpty() ? null : first(longest, text);
        }

        /** Never half of a surrogate pair. */
        static String first(int longest, String text) {
            if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
                return text;
            }
            return text.substring(0, text.offsetByCodePoints(0, longest));
        }
    }
}
