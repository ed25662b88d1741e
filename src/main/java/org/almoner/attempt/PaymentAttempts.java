package org.almoner.attempt;

import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The attempts to pay, by order; what a message leaves out stays as it was. */
@Repository
class PaymentAttempts {

    private final UnitOfWork unit;

    PaymentAttempts(UnitOfWork unit) {
        this.unit = unit;
    }

    void keep(PaymentAttempt attempt) {
        unit.write(
                """
                insert into payment_attempt as known (
                    order_id, contribution_tracking_id, gateway, amount, currency, country, risk_score, user_agent, date,
                    auth_decline, blocked_by_filter, fraud_flagged_by_processor)
                select ?, ?::bigint, ?, ?::numeric, ?, ?, ?::numeric, ?, ?::timestamptz, ?::boolean, ?::boolean, ?::boolean
                on conflict (order_id) do update set
                    contribution_tracking_id =
                        coalesce(excluded.contribution_tracking_id, known.contribution_tracking_id),
                    gateway = coalesce(excluded.gateway, known.gateway),
                    amount = coalesce(excluded.amount, known.amount),
                    currency = coalesce(excluded.currency, known.currency),
                    country = coalesce(excluded.country, known.country),
                    risk_score = coalesce(excluded.risk_score, known.risk_score),
                    user_agent = coalesce(excluded.user_agent, known.user_agent),
                    date = coalesce(excluded.date, known.date),
                    auth_decline = coalesce(excluded.auth_decline, known.auth_decline),
                    blocked_by_filter = coalesce(excluded.blocked_by_filter, known.blocked_by_filter),
                    fraud_flagged_by_processor =
                        coalesce(excluded.fraud_flagged_by_processor, known.fraud_flagged_by_processor)
                """,
                attempt.orderId(),
                attempt.contributionTrackingId(),
                attempt.gateway(),
                attempt.amount(),
                attempt.currency(),
                attempt.country(),
                attempt.riskScore(),
                attempt.userAgent(),
                attempt.date(),
                attempt.authDecline(),
                attempt.blockedByFilter(),
                attempt.fraudFlaggedByProcessor());
    }

    /** Of an order that nobody told us of, there is nothing to say. */
    void end(PaymentAttempt outcome) {
        unit.write(
                """
                update payment_attempt set
                    auth_decline = coalesce(?, auth_decline),
                    blocked_by_filter = coalesce(?, blocked_by_filter),
                    fraud_flagged_by_processor = coalesce(?, fraud_flagged_by_processor)
                where order_id = ?
                """,
                outcome.authDecline(),
                outcome.blockedByFilter(),
                outcome.fraudFlaggedByProcessor(),
                outcome.orderId());
    }
}
