package org.almoner.batch.run;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;

/** 1, 2, 3, and after a crash only those that are not committed. */
class Numbers implements ItemStreamReader<Integer> {

    private static final int LAST = 3;

    private int read;

    @Override
    public void open(ExecutionContext committed) {
        read = committed.getInt("read", 0);
    }

    @Override
    public @Nullable Integer read() {
        return read == LAST ? null : ++read;
    }

    @Override
    public void update(ExecutionContext committed) {
        committed.putInt("read", read);
    }
}
