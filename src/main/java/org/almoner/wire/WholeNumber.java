package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/** An id or a count, as a number or as its digits; empty text is absent. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = WholeNumber.Reader.class)
public @interface WholeNumber {

    /** Reads {@link WholeNumber}. */
    final class Reader extends ScalarReader<Long> {

        Reader() {
            super(Long.class, "is not a whole number");
        }

        @Override
        @Nullable
        Long read(String text) {
            return text.isBlank() ? null : Long.valueOf(text.strip());
        }
    }
}
