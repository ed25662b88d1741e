package org.almoner.orphan;

import java.util.List;
import java.util.Locale;
import org.almoner.gateway.Onward;
import org.almoner.pending.PendingPayments;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings an orphan to its end, and says so. */
@Component
class Settlement {

    private final Orphans orphans;
    private final PendingPayments pending;
    private final OrphanNews news;
    private final UnitOfWork unit;

    Settlement(Orphans orphans, PendingPayments pending, OrphanNews news, UnitOfWork unit) {
        this.orphans = orphans;
        this.pending = pending;
        this.news = news;
        this.unit = unit;
    }

    /** The donation takes the donor along; all attempts with the order are resolved. */
    Onward complete(Orphan orphan, @Nullable String validationAction, String reason) {
        resolve(orphan, reason);
        return news.donation(orphan).and(news.outcome(orphan, validationAction, "complete"));
    }

    /** The gateway keeps the schedule and tells of the payments itself. */
    Onward subscribed(Orphan orphan, @Nullable String validationAction) {
        resolve(orphan, "the recurring payment has begun");
        return news.outcome(orphan, validationAction, "complete");
    }

    /** The gateway says that there is no money: nobody needs to know any more whose it would have been. */
    Onward failed(Orphan orphan, @Nullable String validationAction, String reason) {
        return forget(orphan, Decision.FAILED, validationAction, reason);
    }

    Onward cancelled(Orphan orphan, @Nullable String validationAction, String reason) {
        return forget(orphan, Decision.CANCELLED, validationAction, reason);
    }

    /** It would not say, or do, what it was asked: a late notification may still need the donor, for a while. */
    Onward refused(Orphan orphan, @Nullable String validationAction, String reason) {
        pending.resolve(List.of(orphan.pendingId()));
        decide(orphan, Decision.FAILED, reason);
        return news.outcome(orphan, validationAction, "failed");
    }

    private Onward forget(Orphan orphan, Decision decision, @Nullable String validationAction, String reason) {
        pending.delete(List.of(orphan.pendingId()));
        decide(orphan, decision, reason);
        return news.outcome(orphan, validationAction, decision.name().toLowerCase(Locale.ROOT));
    }

    private void resolve(Orphan orphan, String reason) {
        pending.resolve(
                orphan.payment().gateway(), String.valueOf(orphan.payment().orderId()));
        decide(orphan, Decision.COMPLETE, reason);
    }

    private void decide(Orphan orphan, Decision decision, String reason) {
        orphans.decide(orphan.pendingId(), decision, reason, orphan.gatewayTxnId());
        unit.count("orphan_" + decision.name().toLowerCase(Locale.ROOT));
    }
}
