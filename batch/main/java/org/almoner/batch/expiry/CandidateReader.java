package org.almoner.batch.expiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.almoner.batch.run.Pace;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;

/** Reads what a run found, page by page at its pace, oldest first; after a crash from where the last chunk was committed. */
class CandidateReader implements ItemStreamReader<Candidate> {

    private static final String CREATED_AT = "createdAt";
    private static final String ID = "id";
    private static final String NUMBER = "number";
    private static final String COMPLETE = "complete";

    private final ExpiryRun run;
    private final OpenTransactions open;
    private final int pageSize;
    private final Pace pace;
    private final Clock clock;
    private final Deque<Candidate> page = new ArrayDeque<>();
    private Candidate last;
    private boolean ended;
    private boolean complete;

    CandidateReader(ExpiryRun run, OpenTransactions open, int pageSize, Pace pace, Clock clock) {
        this.run = run;
        this.open = open;
        this.pageSize = pageSize;
        this.pace = pace;
        this.clock = clock;
        this.last = new Candidate("", run.from(), -1);
    }

    @Override
    public void open(ExecutionContext committed) {
        if (committed.containsKey(ID)) {
            last = new Candidate(
                    committed.getString(ID), Instant.parse(committed.getString(CREATED_AT)), committed.getLong(NUMBER));
        }
    }

    @Override
    public @Nullable Candidate read() throws InterruptedException {
        if (page.isEmpty() && !ended) {
            turnPage();
        }
        var next = page.poll();
        last = next == null ? last : next;
        return next;
    }

    /** No more than were found: what came since has no place in the spread, and is the next run's. */
    private void turnPage() throws InterruptedException {
        int size = (int) Math.min(pageSize, run.found() - 1 - last.number());
        complete = size == 0;
        if (size > 0) {
            pace.await();
            if (clock.instant().isBefore(run.deadline())) {
                page.addAll(open.page(last, run.until(), size));
                complete = page.size() < size;
            }
        }
        ended = page.isEmpty() || complete;
    }

    @Override
    public void update(ExecutionContext committed) {
        committed.putString(ID, last.transactionId());
        committed.putString(CREATED_AT, last.createdAt().toString());
        committed.putLong(NUMBER, last.number());
        committed.put(COMPLETE, complete);
    }

    /** Whether the run came to the end of its window, and not only to its deadline. */
    static boolean isComplete(ExecutionContext committed) {
        return committed.get(COMPLETE, Boolean.class, false);
    }
}
