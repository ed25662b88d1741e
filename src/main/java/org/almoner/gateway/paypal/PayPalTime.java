package org.almoner.gateway.paypal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as PayPal writes them: {@code 08:34:00 Sep 02, 2026 PDT} in forms, ISO 8601 in webhooks. */
final class PayPalTime {

    /** PayPal names the offset that was in force, whatever a calendar says of the place. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("GMT", 0),
            Map.entry("UTC", 0),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2));

    private static final Pattern IN_FORMS =
            Pattern.compile("(\\d{2}:\\d{2}:\\d{2} [A-Z][a-z]{2} \\d{1,2}, \\d{4})(?: ([A-Z]{3,4}))?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("HH:mm:ss MMM d, uuuu", Locale.US);

    private PayPalTime() {}

    static Optional<Instant> of(String text) {
        try {
            Matcher form = IN_FORMS.matcher(text.strip().replaceAll("\\s+", " "));
            if (form.matches()) {
                return Optional.ofNullable(HOURS.get(form.group(2) == null ? "UTC" : form.group(2)))
                        .map(hours -> LocalDateTime.parse(form.group(1), LOCAL).toInstant(ZoneOffset.ofHours(hours)));
            }
            return Optional.of(
                    SECONDS.matcher(text).matches()
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
