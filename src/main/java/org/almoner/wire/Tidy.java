package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that people typed: spaces of every kind become one, those around it go, an ampersand that was written for a web
 * page is one again, and only the first so many characters count. What is blank then is absent.
 */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Tidy.Reader.class)
public @interface Tidy {

    int value() default 255;

    /** Reads {@link Tidy}. */
    final class Reader extends ScalarReader<String> implements ContextualDeserializer {

        private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000]+");

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
            return new Reader(property.getAnnotation(Tidy.class).value());
        }

        @Override
        @Nullable
        String read(String text) {
            String tidy =
                    SPACES.matcher(text).replaceAll(" ").replace("&amp;", "&").strip();
            return tidy.isEmpty() ? null : Cut.Reader.first(longest, tidy);
        }
    }
}
