package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day as {@code 2026-12-01}; empty text is absent. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = Day.Reader.class)
public @interface Day {

    /** Reads {@link Day}. */
    final class Reader extends ScalarReader<LocalDate> {

        Reader() {
            super(LocalDate.class, "is not a day");
        }

        @Override
        @Nullable
        LocalDate read(String text) {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        }
    }
}
