package org.almoner.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement that a store wants executed, with its parameters; the buffer decides when. */
record Write(String sql, @Nullable Object[] parameters) {

    Set<String> tables() {
        return Tables.of(sql);
    }
}
