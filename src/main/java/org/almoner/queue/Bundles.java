package org.almoner.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts equal statements of many messages together, one round trip each, without changing what they do: a statement
 * joins an earlier bundle only if no other statement on one of its tables came after that bundle, and an upsert only if
 * its row is not in there: PostgreSQL refuses to touch a row twice in one statement.
 */
class Bundles {

    /** Rows of one statement, in the order in which they were written. */
    record Bundle(String sql, List<@Nullable Object[]> rows) {}

    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<String, Integer> newestOfStatement = new HashMap<>();
    private final Map<String, Integer> newestOfTable = new HashMap<>();
    private final Map<String, Set<Object>> upsertedByNewest = new HashMap<>();

    void add(Write write) {
        Integer earlier = newestOfStatement.get(write.sql());
        int place = earlier != null && mayJoin(earlier, write) ? earlier : begin(write);
        bundles.get(place).rows().add(write.parameters());
        newestOfStatement.put(write.sql(), place);
        write.tables().forEach(table -> newestOfTable.put(table, place));
        write.upsertedRow().ifPresent(upserted(write)::add);
    }

    void forEach(Consumer<Bundle> action) {
        bundles.forEach(action);
    }

    private boolean mayJoin(int earlier, Write write) {
        return write.tables().stream().allMatch(table -> newestOfTable.getOrDefault(table, earlier) <= earlier)
                && write.upsertedRow().filter(upserted(write)::contains).isEmpty();
    }

    private int begin(Write write) {
        upserted(write).clear();
        bundles.add(new Bundle(write.sql(), new ArrayList<>()));
        return bundles.size() - 1;
    }

    private Set<Object> upserted(Write write) {
        return upsertedByNewest.computeIfAbsent(write.sql(), sql -> new HashSet<>());
    }
}
