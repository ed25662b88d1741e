package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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
class PaymentsAntifraudQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue checks;

    @BeforeEach
    void queues() {
        checks = new TestQueue("payments-antifraud", redis, sql);
    }

    @Test
    void keepsACheckWithTheScoreOfEachFilter() {
        checks.pushSample("valid-review");

        assertThat(sql.sql("select * from payments_fraud").query().singleRow())
                .containsEntry("contribution_tracking_id", 417008907L)
                .containsEntry("order_id", "417008907.1")
                .containsEntry("gateway", "adyen")
                .containsEntry("validation_action", "review")
                .containsEntry("payment_method", "cc")
                .containsEntry("risk_score", new BigDecimal("82.5"))
                .containsEntry("server", "front1");
        assertThat(scores()).containsExactly("getCVVResult 50", "initial 10", "minfraud_filter 22.5");
    }

    @Test
    void addsTheFiltersOfALaterCheck() {
        checks.pushOneByOne(checks.sample("valid-review"), checks.sample("valid-second-filter"));

        assertThat(sql.sql("select risk_score || ' ' || validation_action from payments_fraud")
                        .query(String.class)
                        .single())
                .isEqualTo("132.5 reject");
        assertThat(scores())
                .containsExactly("getAVSResult 50", "getCVVResult 50", "initial 10", "minfraud_filter 22.5");
    }

    @Test
    void neverRepeatsAScore() {
        String review = checks.sample("valid-review");

        checks.pushOneByOne(review, review, review.replace("\"initial\":10", "\"initial\":\"12.5\""));

        assertThat(scores()).containsExactly("getCVVResult 50", "initial 12.5", "minfraud_filter 22.5");
    }

    @Test
    void completesOneCheckByAnother() {
        String review = checks.sample("valid-review");

        checks.pushOneByOne(
                review.replace("\"server\":\"front1\",", "").replace("\"user_ip\":\"198.51.100.23\",", ""),
                "{\"contribution_tracking_id\":417008907,\"order_id\":\"417008907.1\",\"server\":\"front1\",\"user_ip\":\"2001:db8::42\"}");

        assertThat(sql.sql("select server || ' ' || host(user_ip) || ' ' || risk_score from payments_fraud")
                        .query(String.class)
                        .single())
                .isEqualTo("front1 2001:db8::42 82.5");
    }

    @Test
    void capsScoresBeyondReason() {
        checks.push(
                checks.sample("valid-review").replace("82.5", "\"1e200000\"").replace("22.5", "100000001"));

        assertThat(sql.sql("select risk_score from payments_fraud")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("100000000");
        assertThat(scores()).contains("minfraud_filter 100000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "validation_action", "risk_score", "payment_method", "date"})
    void makesAFirstCheckThatLacksSomethingADeadLetter(String field) {
        String review = checks.sample("valid-review");
        String incomplete = review.replaceFirst("\"" + field + "\":[^,]*,", "");

        var receipt = checks.push(incomplete, review.replace("417008907", "417008908"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(checks.deadLetters()).containsExactly(incomplete);
        assertThat(scores()).as("of the good one only").hasSize(3);
    }

    private List<String> scores() {
        return sql.sql(
                        "select filter_name || ' ' || risk_score from payments_fraud_breakdown order by filter_name collate \"C\"")
                .query(String.class)
                .list();
    }
}
