package org.almoner.pending;

import java.time.Clock;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The payments whose outcome is unknown, and those whose outcome has become known since. */
@Repository
class PendingPayments {

    private final UnitOfWork unit;
    private final Clock clock;

    PendingPayments(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** One statement and no look-up before it: a round trip for each message would cost most of the speed. */
    void addUnlessFailed(PendingPayment payment) {
        unit.write(
                """
                insert into pending_payment
                    (date, gateway, gateway_account, order_id, gateway_txn_id, payment_method, message)
                select ?::timestamptz, ?, ?, ?, ?, ?, ?
                where not exists (select from payments_initial where gateway = ? and order_id = ? and failed)
                """,
                payment.date(),
                payment.gateway(),
                payment.gatewayAccount(),
                payment.orderId(),
                payment.gatewayTxnId(),
                payment.paymentMethod(),
                unit.text(),
                payment.gateway(),
                payment.orderId());
    }

    void resolve(String gateway, String orderId) {
        unit.write(
                """
                update pending_payment set resolved_at = ?
                where gateway = ? and order_id = ? and resolved_at is null
                """,
                clock.instant(),
                gateway,
                orderId);
    }
}
