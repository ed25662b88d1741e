package org.almoner.recurring;

import java.time.Instant;
import org.almoner.money.Money;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** How much and when the recurring gifts are given. */
@Repository
class SubscriptionTerms {

    private final UnitOfWork unit;

    SubscriptionTerms(UnitOfWork unit) {
        this.unit = unit;
    }

    void change(long id, Money amount) {
        unit.write("update contribution_recur set amount = ? where id = ?", amount.amount(), id);
    }

    void changeToYearly(long id, Money amount, Instant next) {
        unit.write(
                """
                update contribution_recur set amount = ?, frequency_unit = 'year', next_scheduled_at = ? where id = ?
                """,
                amount.amount(),
                next,
                id);
    }

    void postpone(long id, Instant next) {
        unit.write("update contribution_recur set next_scheduled_at = ? where id = ?", next, id);
    }
}
