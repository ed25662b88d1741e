package org.almoner.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts equal statements of many messages together, one round trip each, without changing what they do: a statement
 * joins an earlier bundle only if no other statement on one of its tables came after that bundle.
 */
class Bundles {

    /** Rows of one statement, in the order in which they were written. */
    record Bundle(String sql, List<@Nullable Object[]> rows) {}

    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<String, Integer> newestOfStatement = new HashMap<>();
    private final Map<String, Integer> newestOfTable = new HashMap<>();

    void add(Write write) {
        int place = placeFor(write);
        bundles.get(place).rows().add(write.parameters());
        newestOfStatement.put(write.sql(), place);
        write.tables().forEach(table -> newestOfTable.put(table, place));
    }

    void forEach(Consumer<Bundle> action) {
        bundles.forEach(action);
    }

    private int placeFor(Write write) {
        Integer earlier = newestOfStatement.get(write.sql());
        if (earlier != null
                && write.tables().stream().allMatch(table -> newestOfTable.getOrDefault(table, earlier) <= earlier)) {
            return earlier;
        }
        bundles.add(new Bundle(write.sql(), new ArrayList<>()));
        return bundles.size() - 1;
    }
}
