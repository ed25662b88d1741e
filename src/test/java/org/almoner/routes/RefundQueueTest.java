package org.almoner.routes;

import static org.almoner.routes.TestRefund.refund;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How donations are taken back, and which refunds cannot be. */
@AlmonerTest
class RefundQueueTest {

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
    void takesADonationBack() {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'gateway_refund_id':'R1','payment_orchestrator_reversal_id':'O1'"));

        assertThat(donations.row(id))
                .containsEntry("status", "Refunded")
                .containsEntry("cancelled_at", Timestamp.from(Instant.ofEpochSecond(1788436800)))
                .containsEntry("refund_txn_id", "R1")
                .containsEntry("payment_orchestrator_reversal_id", "O1")
                .containsEntry("original_gross", new BigDecimal("35"))
                .containsEntry("gross", new BigDecimal("40.74"));
        assertThat(donations.corrections()).isEmpty();
        assertThat(KeptAlerts.of(sql, "large refund difference")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "refund, Refunded",
        "chargeback, Chargeback",
        "cancel, Cancelled",
        "admin_fraud_reversal, Chargeback",
    })
    void saysHowTheMoneyWentBack(String type, String status) {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'type':'%s'".formatted(type)));

        assertThat(donations.row(id)).containsEntry("status", status);
    }

    @Test
    void waitsForADonationThatIsNotHereYet() {
        String early =
                refund("'source_enqueued_time':%d".formatted(Instant.now().getEpochSecond()));

        var receipt = refunds.push(early);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(refunds.deadLetters()).containsExactly(early);
        assertThat(sql.sql("select count(*) from dead_letter where kind = 'not_yet' and retry_at > now()")
                        .query(Integer.class)
                        .single())
                .isOne();

        long id = donations.add("adyen", "A1");
        assertThat(refunds.push(early)).isEqualTo(new Receipt(1, 0, 1));
        assertThat(donations.row(id)).containsEntry("status", "Refunded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'payment_method':'rtbt_ideal'",
                "'payment_method':'ideal'",
                "'payment_method':'sepadirectdebit'",
                "'backend_processor':'trustly'"
            })
    void resolvesABankTransferThatNeverBecameADonation(String by) {
        new TestQueue("pending", redis, sql).push("{\"gateway\":\"adyen\",\"order_id\":\"7.1\",\"date\":1788350400}");

        var receipt = refunds.push(refund("'order_id':'7.1'," + by));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from pending_payment where resolved_at is not null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "gateway", "gross", "gross_currency", "date", "gateway_parent_id"})
    void makesADeadLetterOfARefundThatLacksSomething(String field) {
        long id = donations.add("adyen", "A1");
        String incomplete = refund("'%s':''".formatted(field));

        var receipt = refunds.push(incomplete);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(refunds.deadLetters()).containsExactly(incomplete);
        assertThat(refunds.lastError()).contains("missing");
        assertThat(donations.row(id)).containsEntry("status", "Completed");
    }

    @Test
    void makesADeadLetterOfARefundOfAContributionThatNeverWas() {
        refunds.push(refund("'parent_contribution_id':999"));

        assertThat(refunds.lastError()).isEqualTo("there is no contribution 999");
    }

    @ParameterizedTest
    @CsvSource({
        // amount, currency
        "35.00, GBP",
        "20.00, GBP",
        "35.00, XXX",
        "35.00, EURO",
        "0, EUR",
    })
    void makesADeadLetterOfAnAmountThatSaysNothing(String amount, String currency) {
        long id = donations.add("adyen", "A1");

        var receipt = refunds.push(refund("'gross':'%s','gross_currency':'%s'".formatted(amount, currency)));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(donations.row(id)).containsEntry("status", "Completed").containsEntry("cancelled_at", null);
        assertThat(donations.corrections()).isEmpty();
    }

    @Test
    void takesADonationBackOnce() {
        donations.add("adyen", "A1");
        String refund = refund("'gross':'20','gateway_refund_id':'R1'");

        var receipt = refunds.pushOneByOne(refund, refund, refund("'gateway_refund_id':'R1'"));

        assertThat(receipt).isEqualTo(new Receipt(1, 2, 0));
        assertThat(donations.corrections()).hasSize(1);
    }

    @Test
    void saysWhyOnce() {
        donations.add("adyen", "A1");

        refunds.pushOneByOne(
                refund("'type':'chargeback','reason':'AC13:Invalid Debtor Account Type'"),
                refund("'reason':'Another reason'"));

        assertThat(sql.sql("select subject from activity where type = 'Refund'")
                        .query(String.class)
                        .list())
                .containsExactly("Chargeback reason: AC13:Invalid Debtor Account Type");
    }

    @Test
    void keepsWhatTheGatewayTookFromItsPayout() {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'settled_total_amount':'-38.11','settled_fee_amount':'-0.10',"
                + "'settlement_batch_reference':'adyen_7_USD'"));

        assertThat(donations.row(id))
                .containsEntry("settled_reversal_amount", new BigDecimal("-38.11"))
                .containsEntry("settled_fee_reversal_amount", new BigDecimal("-0.10"))
                .containsEntry("settlement_batch_reversal_reference", "adyen_7_USD")
                .containsEntry("settlement_batch_reference", null);
    }
}
