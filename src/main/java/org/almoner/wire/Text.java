package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Text of at most so many characters; the message is invalid when it is longer. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Text.Reader.class)
public @interface Text {

    int value() default 255;

    /** Reads {@link Text}. */
    final class Reader extends ScalarReader<String> implements ContextualDeserializer {

        private final int longest;

        Reader() {
            this(255);
        }

        Reader(int longest) {
            super(String.class, "is longer than " + longest + " characters");
            this.longest = longest;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getAnnotation(Text.class).value());
        }

        @Override
        String read(String text) {
            if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
                throw new IllegalArgumentException();
            }
            return text;
        }
    }
}
