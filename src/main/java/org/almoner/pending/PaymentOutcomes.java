package org.almoner.pending;

import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What became of each payment, by its tracking id and order; the last word counts. */
@Repository
class PaymentOutcomes {

    private final UnitOfWork unit;

    PaymentOutcomes(UnitOfWork unit) {
        this.unit = unit;
    }

    /** What the message leaves out stays as it is; where nothing is known yet, PostgreSQL refuses the gap. */
    void keep(PaymentOutcome outcome) {
        unit.write(
                """
                insert into payments_initial (
                    contribution_tracking_id, order_id, gateway, validation_action, payments_final_status, failed,
                    gateway_txn_id, payment_method, payment_submethod,
                    country, amount, currency_code, server, date)
                select contribution_tracking_id, order_id, ?, ?, ?, ?::boolean,
                    coalesce(?, known.gateway_txn_id), coalesce(?, known.payment_method),
                    coalesce(?, known.payment_submethod), coalesce(?, known.country),
                    coalesce(?::numeric, known.amount), coalesce(?, known.currency_code),
                    coalesce(?, known.server), coalesce(?::timestamptz, known.date)
                from (select ?::bigint as contribution_tracking_id, ?::text as order_id) as told
                left join payments_initial as known using (contribution_tracking_id, order_id)
                on conflict (contribution_tracking_id, order_id) do update set
                    gateway = excluded.gateway,
                    validation_action = excluded.validation_action,
                    payments_final_status = excluded.payments_final_status,
                    failed = excluded.failed,
                    gateway_txn_id = excluded.gateway_txn_id,
                    payment_method = excluded.payment_method,
                    payment_submethod = excluded.payment_submethod,
                    country = excluded.country,
                    amount = excluded.amount,
                    currency_code = excluded.currency_code,
                    server = excluded.server,
                    date = excluded.date
                """,
                outcome.gateway(),
                outcome.validationAction(),
                outcome.paymentsFinalStatus(),
                outcome.isFailed(),
                outcome.gatewayTxnId(),
                outcome.paymentMethod(),
                outcome.paymentSubmethod(),
                outcome.country(),
                outcome.amount(),
                outcome.currency(),
                outcome.server(),
                outcome.date(),
                outcome.contributionTrackingId(),
                outcome.orderId());
    }
}
