package org.almoner.queue;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement that a store wants executed, with its parameters; the buffer decides when. */
record Write(String sql, @Nullable Object[] parameters) {

    Set<String> tables() {
        return Tables.of(sql);
    }

    /** What names the row of an upsert that is sent for many messages at once: its first parameter. */
    Optional<Object> upsertedRow() {
        return sql.contains("on conflict") && Columns.areWantedBy(sql)
                ? Optional.ofNullable(parameters[0])
                : Optional.empty();
    }
}
