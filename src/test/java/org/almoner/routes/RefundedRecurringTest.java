package org.almoner.routes;

import static org.almoner.routes.TestRefund.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the recurring gift that a refund or a chargeback is of. */
@AlmonerTest
class RefundedRecurringTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue refunds;
    KeptDonations donations;

    @BeforeEach
    void queues() {
        refunds = new TestQueue("refund", redis, sql);
        donations = new KeptDonations(sql);
    }

    @Test
    void leavesTheRecurringGiftOfARefundAsItIs() {
        donations.addRecurring("adyen", "A1");
        var before = sql.sql("select * from contribution_recur").query().listOfRows();

        refunds.push(refund("'gross':'40.74','gross_currency':'USD','gateway_refund_id':'R1'"));

        assertThat(donations.statuses()).containsExactly("Refunded");
        assertThat(sql.sql("select * from contribution_recur").query().listOfRows())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        // type, gateway, reason, whether somebody has to tell the gateway
        "chargeback,           adyen,     AC13:Invalid Debtor Account Type, 0",
        "chargeback,           paypal_ec, '',                               1",
        "admin_fraud_reversal, gravy,     fraud,                            0",
    })
    void endsTheRecurringGiftOfAChargeback(String type, String gateway, String reason, int alerts) {
        donations.addRecurring(gateway, "A1");

        refunds.push(refund("'type':'%s','gateway':'%s','reason':'%s'".formatted(type, gateway, reason)));

        await().untilAsserted(() -> assertThat(sql.sql("select status, cancel_reason from contribution_recur")
                        .query()
                        .singleRow())
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "Automatically cancelling because we received a chargeback"));
        assertThat(KeptAlerts.of(sql, "recurring gift to be cancelled at its gateway"))
                .isEqualTo(alerts);
    }

    @ParameterizedTest
    @CsvSource({
        // type, reason
        "refund,     AC13:Invalid Debtor Account Type",
        "chargeback, AM04:InsufficientFunds",
        "chargeback, MS03: No reason specified",
    })
    void leavesARecurringGiftThatTheBankMayPayTheNextTime(String type, String reason) {
        donations.addRecurring("adyen", "A1");

        refunds.push(refund("'type':'%s','reason':'%s'".formatted(type, reason)));

        assertThat(sql.sql("select count(*) from outbox").query(Integer.class).single())
                .isZero();
        assertThat(new TestQueue("recurring", redis, sql).receipt()).isEqualTo(new Receipt(0, 0, 0));
    }
}
