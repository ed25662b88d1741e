package org.almoner.gateway;

import java.time.Clock;
import java.util.List;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What gateways are to be asked, once the unit of work that wants it is committed; and what they said. */
@Repository
public class GatewayCalls {

    private final UnitOfWork unit;
    private final Clock clock;

    GatewayCalls(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * Whoever intends the same call later finds it made: a payment is captured once, whoever wants it captured. One that was
     * given up is made again, under its old idempotency key, for whoever wants it now.
     */
    public void intend(GatewayCall call) {
        var money = call.amount();
        unit.write(
                """
                insert into gateway_call as known
                    (key, gateway, account, ask, order_id, gateway_txn_id, session_id, amount, currency, purpose, context,
                     intended_at, due_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                on conflict (key) do update set
                    purpose = excluded.purpose, context = excluded.context, intended_at = excluded.intended_at,
                    due_at = excluded.due_at, answered_at = null, outcome = null
                where known.outcome = 'UNAVAILABLE'
                """,
                call.key(),
                call.gateway(),
                call.account(),
                call.ask(),
                call.payment().orderId(),
                call.payment().gatewayTxnId(),
                call.payment().sessionId(),
                money == null ? null : money.amount(),
                money == null ? null : money.currency(),
                call.purpose(),
                call.context().toString(),
                clock.instant(),
                clock.instant());
    }

    /** Whether it is made, or was; one that was given up is not. */
    public boolean isIntended(String key) {
        return !unit.read(
                        "select 1 from gateway_call where key = ? and outcome is distinct from 'UNAVAILABLE'",
                        (row, n) -> 1,
                        key)
                .isEmpty();
    }

    /** Whoever intends one of them again has it made again. */
    public void delete(List<String> keys) {
        unit.write("delete from gateway_call where key = any (?::text[])", (Object) keys.toArray(String[]::new));
    }

    /** What was wanted to be captured of an order, whatever came of it. */
    public List<EarlierCapture> captures(String gateway, String orderId) {
        return unit.read(
                "select gateway_txn_id, outcome from gateway_call where order_id = ? and gateway = ? and ask = 'CAPTURE'",
                (row, n) -> new EarlierCapture(row.getString("gateway_txn_id"), outcome(row.getString("outcome"))),
                orderId,
                gateway);
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
