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

/** Text without the blanks around it, of at most so many characters; blank text counts as absent. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Trimmed.Reader.class)
public @interface Trimmed {

    int value() default 255;

    /** Reads {@link Trimmed}. */
    final class Reader extends ScalarReader<String> implements ContextualDeserializer {

        private final Text.Reader text;

        Reader() {
            this(255);
        }

        private Reader(int longest) {
            super(String.class, "is longer than " + longest + " characters");
            this.text = new Text.Reader(longest);
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getAnnotation(Trimmed.class).value());
        }

        @Override
        @Nullable
        String read(String given) {
            String trimmed = given.strip();
            return trimmed.isEmpty() ? null : text.read(trimmed);
        }
    }
}
