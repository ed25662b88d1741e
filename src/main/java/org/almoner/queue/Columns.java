package org.almoner.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almoner.queue.Bundles.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one statement as columns, each an array of text, for a statement that reads them by {@code unnest}: what no
 * driver merges, because it is more than {@code insert … values}, still takes one execution for all rows.
 */
final class Columns {

    private static final String ARRAY = "?::text[]";

    // statements are constants of the program, so this stays small
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    /** PostgreSQL knows no plus before a year of five digits, which {@link Instant#toString()} puts there. */
    private static final DateTimeFormatter FAR_TIME =
            DateTimeFormatter.ofPattern("u-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final long YEAR_10000 = 253_402_300_800L;

    private Columns() {}

    /** Whether each parameter is to be an array of text, and the store gave one value for it. */
    static boolean areWantedBy(Bundle bundle) {
        return areWantedBy(bundle.sql()) && Arrays.stream(bundle.rows().get(0)).noneMatch(Object[].class::isInstance);
    }

    static boolean areWantedBy(String sql) {
        return KNOWN.computeIfAbsent(
                sql, s -> s.contains(ARRAY) && s.replace(ARRAY, "").indexOf('?') < 0);
    }

    static @Nullable Object[] of(List<@Nullable Object[]> rows) {
        var columns = new @Nullable String[rows.get(0).length][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = text(rows.get(row)[column]);
            }
        }
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        } else if (value instanceof Instant instant) {
            return instant.getEpochSecond() < YEAR_10000 ? instant.toString() : FAR_TIME.format(instant);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof byte[]) {
            throw new IllegalArgumentException("bytes are not text: write them by insert … values");
        }
        return value.toString();
    }
}
