package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class PaymentAttemptsQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue attempts;

    @BeforeEach
    void queues() {
        attempts = new TestQueue("payment-attempts", redis, sql);
    }

    @Test
    void keepsAnAttempt() {
        attempts.pushSample("valid-attempt");

        assertThat(row())
                .containsEntry("order_id", "417008907.1")
                .containsEntry("contribution_tracking_id", 417008907L)
                .containsEntry("gateway", "adyen")
                .containsEntry("amount", new BigDecimal("35"))
                .containsEntry("currency", "EUR")
                .containsEntry("country", "NL")
                .containsEntry("risk_score", new BigDecimal("12.5"))
                .containsEntry("user_agent", "Mozilla/5.0")
                .containsEntry("auth_decline", null);
    }

    @Test
    void keepsTheLatestThatIsToldOfAnAttempt() {
        attempts.pushOneByOne(attempts.sample("valid-attempt"), "{\"order_id\":\"417008907.1\",\"risk_score\":\"99\"}");

        assertThat(row()).containsEntry("risk_score", new BigDecimal("99")).containsEntry("gateway", "adyen");
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        var receipt =
                attempts.push("{\"order_id\":\"7.1\",\"minfraud\":{\"ip\":{\"risk\":1}},\"a\":[1],\"gateway\":\"x\"}");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(row()).containsEntry("gateway", "x");
    }

    @Test
    void addsHowAnAttemptEnded() {
        attempts.pushOneByOne(attempts.sample("valid-attempt"), attempts.sample("valid-outcome"));

        assertThat(row())
                .containsEntry("auth_decline", true)
                .containsEntry("blocked_by_filter", false)
                .containsEntry("fraud_flagged_by_processor", null)
                .containsEntry("gateway", "adyen");
    }

    @Test
    void addsHowAnAttemptEndedThatCameInTheSameClaim() {
        attempts.push(
                attempts.sample("valid-attempt"),
                attempts.sample("valid-outcome"),
                "{\"type\":\"outcome\",\"order_id\":\"417008907.1\",\"fraud_flagged_by_processor\":\"1\"}");

        assertThat(row())
                .containsEntry("auth_decline", true)
                .containsEntry("blocked_by_filter", false)
                .containsEntry("fraud_flagged_by_processor", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'outcome','order_id':'7.1'}",
                "{'type':'outcome','order_id':'7.1','gateway':'adyen','auth_decline':null}",
                "{'type':'outcome','auth_decline':true}",
                "{'order_id':'','gateway':'adyen'}",
                "{'order_id':'7.1','amount':'much'}",
                "{'order_id':'7.1','auth_decline':'perhaps'}",
            })
    void makesADeadLetterOfWhatSaysTooLittle(String message) {
        String json = message.replace('\'', '"');

        var receipt = attempts.push(json, attempts.sample("valid-attempt"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(attempts.deadLetters()).containsExactly(json);
        assertThat(row()).containsEntry("order_id", "417008907.1");
    }

    private Map<String, Object> row() {
        return sql.sql("select * from payment_attempt").query().singleRow();
    }
}
