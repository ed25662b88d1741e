package org.almoner.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time: seconds since 1970 as a number or text ({@code 1788350400}, {@code "@1788350400.25"}), or a date in UTC
 * ({@code 20260902083400}, {@code 2026-09-02 08:34:00}). Nothing and 0 are absent.
 */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = UnixTime.Reader.class)
public @interface UnixTime {

    /** Reads {@link UnixTime}. */
    final class Reader extends ScalarReader<Instant> {

        private static final Pattern SECONDS = Pattern.compile("@?([0-9]{1,12})(\\.[0-9]+)?");
        private static final Pattern STAMP = Pattern.compile("[0-9]{14}");
        private static final DateTimeFormatter STAMPED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
        private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]{5,18}Z?");

        Reader() {
            super(Instant.class, "is not a time");
        }

        @Override
        @Nullable
        Instant read(String text) {
            if (text.isEmpty() || text.equals("0")) {
                return null;
            }
            Matcher seconds = SECONDS.matcher(text);
            return seconds.matches() ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1))) : date(text);
        }

        private static Instant date(String text) {
            if (STAMP.matcher(text).matches()) {
                return LocalDateTime.parse(text, STAMPED).toInstant(ZoneOffset.UTC);
            }
            if (DATE.matcher(text).matches()) {
                return LocalDateTime.parse(text.replace(' ', 'T').replace("Z", ""))
                        .toInstant(ZoneOffset.UTC);
            }
            throw new IllegalArgumentException();
        }
    }
}
