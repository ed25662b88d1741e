package org.almoner.donation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The options of the lists of gift data. They change rarely, so they are remembered for a minute. */
@Repository
class GiftOptions {

    /** Of what there is a list of. */
    enum List {
        CAMPAIGN("Campaign"),
        CHANNEL("Channel"),
        FUND("Fund");

        private final String words;

        List(String words) {
            this.words = words;
        }
    }

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Options(Map<String, String> values, Instant readAt) {}

    private final UnitOfWork unit;
    private final Clock clock;
    private volatile @Nullable Options known;

    GiftOptions(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param told a value, or a label in whatever case */
    String value(List list, String told) {
        String value = options().values().get(key(list.words, told));
        if (value == null) {
            throw new InvalidMessage("Gift_Data.%s is none of the options".formatted(list.words));
        }
        return value;
    }

    private Options options() {
        Options last = known;
        if (last == null || last.readAt().plus(REMEMBERED).isBefore(clock.instant())) {
            last = new Options(read(), clock.instant());
            known = last;
        }
        return last;
    }

    private Map<String, String> read() {
        Map<String, String> values = new HashMap<>();
        unit.read("select list, value, label from gift_option", (row, n) -> {
            String value = row.getString("value");
            values.put(key(row.getString("list"), row.getString("label")), value);
            values.put(key(row.getString("list"), value), value);
            return value;
        });
        return values;
    }

    private static String key(String list, String option) {
        return list + ":" + option.toLowerCase(Locale.ROOT);
    }
}
