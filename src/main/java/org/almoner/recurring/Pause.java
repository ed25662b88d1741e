package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;

/** A donor wants to skip some time: {@code 60 Days}. */
record Pause(@JsonUnwrapped ModifiedGift gift, @JsonUnwrapped Circumstances circumstances, @Trimmed String duration)
        implements Modification {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,3}) ?(day|week|month|year)s?");

    Pause {
        Required.text("duration", duration);
        period(duration);
    }

    Instant after(Instant due) {
        return due.atOffset(ZoneOffset.UTC).plus(period(duration)).toInstant();
    }

    private static Period period(String duration) {
        var parts = DURATION.matcher(duration.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new InvalidMessage("duration is no number of days, weeks, months or years");
        }
        int number = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "day" -> Period.ofDays(number);
            case "week" -> Period.ofWeeks(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    @Override
    public String key() {
        return String.join("\u001f", "pause", gift.key(), duration, circumstances.key());
    }
}
