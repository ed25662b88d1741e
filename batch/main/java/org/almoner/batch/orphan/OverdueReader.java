package org.almoner.batch.orphan;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.almoner.batch.run.Pace;
import org.almoner.orphan.Overdue;
import org.almoner.orphan.OverduePayments;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.item.ItemReader;

/** Reads payments that have waited for too long, page by page at its pace; whatever a page comes to, the next lies behind it. */
class OverdueReader implements ItemReader<Overdue> {

    private final OverduePayments payments;
    private final int pageSize;
    private final Pace pace;
    private final Instant now;
    private final Deque<Overdue> page = new ArrayDeque<>();
    private Overdue last = Overdue.NONE;
    private boolean ended;

    OverdueReader(OverduePayments payments, int pageSize, Pace pace, Instant now) {
        this.payments = payments;
        this.pageSize = pageSize;
        this.pace = pace;
        this.now = now;
    }

    @Override
    public @Nullable Overdue read() throws InterruptedException {
        if (page.isEmpty() && !ended) {
            pace.await();
            page.addAll(payments.page(last, now, pageSize));
            ended = page.size() < pageSize;
        }
        var next = page.poll();
        last = next == null ? last : next;
        return next;
    }
}
