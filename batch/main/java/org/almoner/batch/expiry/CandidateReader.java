package org.almoner.batch.expiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** Once all that were found have been read, there is no page to wait for. */
    private void turnPage() throws InterruptedException {
        complete = isLast();
        if (!complete) {
            pace.await();
            if (clock.instant().isBefore(run.deadline())) {
                page.addAll(open.page(last, run.until(), pageSize));
                complete = page.size() < pageSize;
            }
        }
        ended = page.size() < pageSize;
    }

    private boolean isLast() {
        return last.number() + 1 >= run.found();
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
