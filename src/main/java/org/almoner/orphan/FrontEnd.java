package org.almoner.orphan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What the front end told of a payment besides: how it ended there, and how risky it looked. */
@Repository
class FrontEnd {

    private final UnitOfWork unit;
    private final PendingMessages messages;

    FrontEnd(UnitOfWork unit, PendingMessages messages) {
        this.unit = unit;
        this.messages = messages;
    }

    /** A status where the gateway has none to tell: authorised, unless something else is known. */
    ObjectNode status(String gateway, String orderId) {
        var state = unit
                .read(
                        """
                        select payments_final_status, failed from payments_initial where order_id = ? and gateway = ?
                        order by id desc limit 1
                        """,
                        (row, n) -> state(row.getString("payments_final_status"), row.getBoolean("failed")),
                        orderId,
                        gateway)
                .stream()
                .findFirst()
                .orElse(State.PENDING_POKE);
        return messages.none().put("state", state.name());
    }

    /** A payment that we rejected or review may have been authorised all the same. */
    private static State state(String finalStatus, boolean failed) {
        return switch (finalStatus) {
            case "complete" -> State.COMPLETE;
            case "pending" -> State.PENDING;
            default -> failed ? State.FAILED : State.PENDING_POKE;
        };
    }

    RiskScores scores(long contributionTrackingId, String orderId) {
        Map<String, BigDecimal> byFilter = new LinkedHashMap<>();
        unit.read(
                        """
                        select filter_name, score.risk_score from payments_fraud_breakdown as score
                        join payments_fraud as f on f.id = score.payments_fraud_id
                        where f.contribution_tracking_id = ? and f.order_id = ? order by filter_name
                        """,
                        (row, n) -> Map.entry(row.getString(1), row.getBigDecimal(2)),
                        contributionTrackingId,
                        orderId)
                .forEach(score -> byFilter.put(score.getKey(), score.getValue()));
        return RiskScores.known(byFilter);
    }
}
