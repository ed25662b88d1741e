package org.almoner.orphan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.Host;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the messages that tell others what was decided about an orphan. */
@Component
class OrphanNews {

    private static final List<String> OURS = List.of("gateway_session_id", "pending_id", "captured");
    private static final List<String> OF_BOTH =
            List.of("gateway", "contribution_tracking_id", "order_id", "gateway_txn_id", "payment_method");
    private static final List<String> OF_OUTCOMES = List.of("payment_submethod", "country", "currency");

    private final PendingMessages messages;
    private final Clock clock;

    OrphanNews(PendingMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** What the front end said, completed by what the gateway knows, without what is nobody else's business. */
    Onward donation(Orphan orphan) {
        return Onward.of(Kind.DONATION, orphan.message().deepCopy().remove(OURS));
    }

    /** Nothing where its risk was not looked at: then the front end's word stands. */
    Onward outcome(Orphan orphan, @Nullable String validationAction, String finalStatus) {
        if (validationAction == null) {
            return Onward.nothing();
        }
        var outcome = about(orphan, validationAction);
        OF_OUTCOMES.forEach(field -> copy(orphan, field, outcome));
        outcome.set("amount", orphan.message().path("gross"));
        return Onward.of(Kind.OUTCOME, outcome.put("payments_final_status", finalStatus));
    }

    /** Complete, so that it is kept even if it is the first to tell of the payment. */
    Onward fraudCheck(Orphan orphan, Ruling ruling) {
        var action = ruling.validationAction();
        if (action == null || !ruling.scores().news()) {
            return Onward.nothing();
        }
        var check = about(orphan, action);
        copy(orphan, "user_ip", check);
        check.put("risk_score", ruling.scores().sum());
        ruling.scores().byFilter().forEach((String filter, BigDecimal score) -> check.withObjectProperty(
                        "score_breakdown")
                .put(filter, score));
        return Onward.of(Kind.FRAUD_CHECK, check);
    }

    private ObjectNode about(Orphan orphan, String validationAction) {
        var message = messages.none();
        OF_BOTH.forEach(field -> copy(orphan, field, message));
        return message.put("validation_action", validationAction)
                .put("date", clock.instant().getEpochSecond())
                .put("server", Host.name());
    }

    private static void copy(Orphan orphan, String field, ObjectNode to) {
        JsonNode value = orphan.message().path(field);
        if (value.isValueNode()) {
            to.set(field, value);
        }
    }
}
