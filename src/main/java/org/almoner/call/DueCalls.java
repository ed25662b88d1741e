package org.almoner.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.almoner.queue.FollowUps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The calls that are intended and not yet answered. An answer is recorded once, and told in the same database transaction. */
@Repository
class DueCalls {

    private static final String ANSWERS = "gateway-answers";

    private static final String TAKE =
            """
            update gateway_call set tries = tries + 1, asked_at = :now, due_at = :again
            where key in (
                select key from gateway_call where gateway = :gateway and due_at <= :now
                order by due_at limit :most for update skip locked)
            returning key, gateway, account, ask, order_id, gateway_txn_id, session_id, amount, currency, purpose, context,
                tries, intended_at
            """;

    private static final String ANSWER =
            """
            update gateway_call
            set due_at = null, answered_at = :now, outcome = :outcome, reason = :reason, context = '{}' -- may be personal
            where key = :key and due_at is not null
            """;

    private static final String PUT_OFF =
            """
            update gateway_call set due_at = :due, reason = :reason, tries = :tries
            where key = :key and due_at is not null and tries = :taken
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final FollowUps followUps;
    private final ObjectMapper json;
    private final CallSettings settings;
    private final Clock clock;

    DueCalls(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            FollowUps followUps,
            ObjectMapper json,
            CallSettings settings,
            Clock clock) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
        this.followUps = followUps;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whoever dies with them in hand leaves them to the next one, once they are due again. */
    List<CallInHand> take(String gateway, int most) {
        var now = clock.instant();
        return sql.sql(TAKE)
                .param("gateway", gateway)
                .param("most", most)
                .param("now", utc(now))
                .param("again", utc(now.plus(settings.again())))
                .query(this::inHand)
                .list();
    }

    /** Without effect if somebody else has got an answer meanwhile. */
    void answer(CallInHand taken, GatewayAnswer answer) {
        transactions.executeWithoutResult(status -> {
            if (record(taken.call().key(), answer) > 0) {
                var told = new FollowUps.Due(AnsweredCall.of(taken.call(), taken.tries(), answer), clock.instant());
                followUps.send(ANSWERS, List.of(told));
            }
        });
    }

    /** To be asked again, because it failed. */
    void postpone(CallInHand taken, Duration delay, String reason) {
        putOff(taken, delay, reason, taken.tries());
    }

    /** To be asked a first time still: nobody was asked. */
    void giveBack(CallInHand taken, Duration delay, String reason) {
        putOff(taken, delay, reason, taken.tries() - 1);
    }

    private int record(String key, GatewayAnswer answer) {
        return sql.sql(ANSWER)
                .param("now", utc(clock.instant()))
                .param("outcome", answer.outcome().name())
                .param("reason", answer.reason())
                .param("key", key)
                .update();
    }

    private void putOff(CallInHand taken, Duration delay, String reason, int tries) {
        sql.sql(PUT_OFF)
                .param("due", utc(clock.instant().plus(delay)))
                .param("reason", reason)
                .param("tries", tries)
                .param("key", taken.call().key())
                .param("taken", taken.tries())
                .update();
    }

    private CallInHand inHand(ResultSet row, int number) throws SQLException {
        var call = new GatewayCall(
                row.getString("key"),
                row.getString("gateway"),
                row.getString("account"),
                GatewayCall.Ask.valueOf(row.getString("ask")),
                new PaymentReference(
                        row.getString("order_id"), row.getString("gateway_txn_id"), row.getString("session_id")),
                money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("purpose"),
                context(row.getString("context")));
        return new CallInHand(
                call,
                row.getInt("tries"),
                row.getObject("intended_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private ObjectNode context(String text) {
        try {
            return json.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the context of a call is not the JSON object that was written", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
