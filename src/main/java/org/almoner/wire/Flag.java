package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Yes or no, as {@code true}, {@code 1}, {@code "1"}, {@code "true"} or their opposites; empty text is no. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Flag.Reader.class)
public @interface Flag {

    /** Reads {@link Flag}. */
    final class Reader extends ScalarReader<Boolean> {

        Reader() {
            super(Boolean.class, "is neither yes nor no");
        }

        @Override
        Boolean read(String text) {
            return switch (text) {
                case "1", "true" -> true;
                case "0", "false", "" -> false;
                default -> throw new IllegalArgumentException();
            };
        }
    }
}
