package org.almoner.pending;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The payments whose outcome is unknown, and those whose outcome has become known since. */
@Repository
public class PendingPayments {

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
                select date::timestamptz, gateway, gateway_account, order_id, gateway_txn_id, payment_method, message
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as told (date, gateway, gateway_account, order_id, gateway_txn_id, payment_method, message)
                where not exists (
                    select from payments_initial as known
                    where known.gateway = told.gateway and known.order_id = told.order_id and known.failed)
                """,
                payment.date(),
                payment.gateway(),
                payment.gatewayAccount(),
                payment.orderId(),
                payment.gatewayTxnId(),
                payment.paymentMethod(),
                unit.text());
    }

    /**
     * The message of a payment as it was received, resolved or not: what completes it may be late.
     *
     * @param gatewayTxnId of several attempts with one order, the one that the gateway calls so is preferred
     */
    public Optional<String> message(String gateway, String orderId, @Nullable String gatewayTxnId) {
        return find(gateway, orderId, gatewayTxnId).map(PendingMessage::text);
    }

    /** As {@link #message}, for those who go on to change it. */
    public Optional<PendingMessage> find(String gateway, String orderId, @Nullable String gatewayTxnId) {
        return unit
                .read(
                        """
                        select id, message from pending_payment where gateway = ? and order_id = ?
                        order by gateway_txn_id is not distinct from ?::text desc, resolved_at is null desc, id limit 1
                        """,
                        (row, n) -> new PendingMessage(row.getLong("id"), row.getString("message")),
                        gateway,
                        orderId,
                        gatewayTxnId)
                .stream()
                .findFirst();
    }

    /** By what name the gateway has captured the order for us, if it has. */
    public Optional<String> captured(String gateway, String orderId) {
        return unit
                .read(
                        """
                        select gateway_txn_id from pending_payment
                        where gateway = ? and order_id = ? and captured_at is not null order by captured_at limit 1
                        """,
                        (row, n) -> row.getString("gateway_txn_id"),
                        gateway,
                        orderId)
                .stream()
                .findFirst();
    }

    /** What a gateway has told of it goes into its message, for whoever makes a donation of it. */
    public void complete(long id, String message, String gatewayTxnId) {
        unit.write(
                "update pending_payment set message = ?, gateway_txn_id = ? where id = ?", message, gatewayTxnId, id);
    }

    /** The gateway has captured it for us. Another attempt with the same order that it knows by another name, it has not. */
    public void captured(String gateway, String orderId, String gatewayTxnId) {
        unit.write(
                """
                update pending_payment set captured_at = ?, gateway_txn_id = ?
                where gateway = ? and order_id = ? and coalesce(gateway_txn_id, '') in ('', ?)
                """,
                clock.instant(),
                gatewayTxnId,
                gateway,
                orderId,
                gatewayTxnId);
    }

    /** All attempts with the order; of all messages of a claim in one statement. */
    public void resolve(String gateway, String orderId) {
        unit.write(
                """
                update pending_payment as known set resolved_at = told.resolved_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[]) as told (resolved_at, gateway, order_id),
                    lateral (
                        select id from pending_payment as p
                        where p.gateway = told.gateway and p.order_id = told.order_id and p.resolved_at is null
                        offset 0) as found -- looked up one by one: a plan for a table that was empty would read all of it
                where known.id = found.id
                """,
                clock.instant(),
                gateway,
                orderId);
    }

    /** Without the other attempts with its order, if it has one at all. */
    public void resolve(List<Long> ids) {
        unit.write(
                "update pending_payment set resolved_at = ? where id = any (?::bigint[]) and resolved_at is null",
                clock.instant(),
                texts(ids));
    }

    /** For good: with the message goes what it told of the donor. */
    public void delete(List<Long> ids) {
        unit.write("delete from pending_payment where id = any (?::bigint[])", (Object) texts(ids));
    }

    private static String[] texts(List<Long> ids) {
        return ids.stream().map(String::valueOf).toArray(String[]::new);
    }
}
