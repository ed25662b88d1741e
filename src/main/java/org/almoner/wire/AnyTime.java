package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@linkplain UnixTime time}, also with an offset or without an hour; absent when it cannot be understood. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = AnyTime.Reader.class)
public @interface AnyTime {

    /** Reads {@link AnyTime}. */
    final class Reader extends ScalarReader<Instant> {

        private static final int DATE = "2026-09-02".length();
        private static final Pattern WITHOUT_COLON = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");

        private final UnixTime.Reader time = new UnixTime.Reader();

        Reader() {
            super(Instant.class, "is not a time");
        }

        @Override
        @Nullable
        Instant read(String text) {
            try {
                return understood(text.strip());
            } catch (IllegalArgumentException | DateTimeException e) {
                return null; // as absent, on purpose: a gift is not refused for its date
            }
        }

        private @Nullable Instant understood(String text) {
            if (text.length() == DATE && text.charAt(4) == '-') {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.length() > DATE && hasOffset(text)
                    ? OffsetDateTime.parse(WITHOUT_COLON
                                    .matcher(text.replace(' ', 'T'))
                                    .replaceFirst("$1:$2"))
                            .toInstant()
                    : time.read(text.replace(" UTC", ""));
        }

        private static boolean hasOffset(String text) {
            return text.indexOf('+', DATE) > 0 || text.indexOf('-', DATE) > 0;
        }
    }
}
