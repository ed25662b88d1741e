package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class PendingQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue pending;
    TestQueue outcomes;

    @BeforeEach
    void queues() {
        pending = new TestQueue("pending", redis, sql);
        outcomes = new TestQueue("payments-init", redis, sql);
    }

    @Test
    void keepsAPaymentOfWhichNothingElseIsKnown() {
        pending.push(payment("7.1", 1788350400));

        assertThat(sql.sql("select message from pending_payment where order_id = '7.1' and resolved_at is null")
                        .query(String.class)
                        .single())
                .isEqualTo(payment("7.1", 1788350400));
    }

    @ParameterizedTest
    @CsvSource({
        // gateway, validation action, final status, kept
        "paypal_ec, process, pending,   1",
        "paypal_ec, process, complete,  1",
        "paypal_ec, reject,  failed,    0",
        "paypal_ec, process, cancelled, 0",
        "dlocal,    reject,  failed,    0",
        "paypal_ec, review,  failed,    1",
        "adyen,     reject,  failed,    1",
        "ingenico,  reject,  failed,    1",
        "adyen,     process, failed,    0",
    })
    void keepsAPaymentUnlessItHasFailed(String gateway, String action, String status, int kept) {
        outcomes.push(outcome(gateway, action, status));

        var receipt = pending.push(payment("7.1", 1788350400).replace("paypal_ec", gateway));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(rows()).isEqualTo(kept);
    }

    @Test
    void keepsThePaymentsOfOtherOrdersAndGateways() {
        outcomes.push(outcome("paypal_ec", "process", "failed"));

        pending.push(payment("7.2", 1), payment("7.1", 1).replace("paypal_ec", "paypal"));

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void keepsAPaymentOnceAndItsSecondAttemptToo() {
        var receipt = pending.push(payment("7.1", 1), payment("7.1", 1), payment("7.1", 2));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void keepsWhatIsLegalLiterally() {
        String hostile = "x'); drop table pending_payment; -- \\n${jndi:ldap://x} %s <script>";

        pending.push(payment(hostile, 1));

        assertThat(sql.sql("select order_id from pending_payment")
                        .query(String.class)
                        .single())
                .isEqualTo(hostile.replace("\\n", "\n"));
    }

    @Test
    void makesAPaymentThatNobodyCouldFindADeadLetter() {
        String lost = "{\"gateway\":\"adyen\",\"date\":1788350400,\"email\":\"p.jansen@example.org\"}";

        var receipt = pending.push(payment("7.1", 1), lost, payment("7.2", 1));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 1));
        assertThat(rows()).isEqualTo(2);
        assertThat(pending.deadLetters()).containsExactly(lost);
        assertThat(pending.lastError()).isEqualTo("order_id and gateway_txn_id are both missing");
    }

    private int rows() {
        return sql.sql("select count(*) from pending_payment")
                .query(Integer.class)
                .single();
    }

    private static String payment(String order, long date) {
        return "{\"gateway\":\"paypal_ec\",\"order_id\":\"" + order + "\",\"gateway_txn_id\":false,\"date\":" + date
                + "}";
    }

    private static String outcome(String gateway, String action, String status) {
        return """
                {"contribution_tracking_id":"7","order_id":"7.1","gateway":"%s","validation_action":"%s",
                 "payments_final_status":"%s","country":"NL","amount":"35.00","currency":"EUR","server":"front1","date":1}
                """
                .formatted(gateway, action, status);
    }
}
