package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

        assertThat(contribution(id))
                .containsEntry("status", "Refunded")
                .containsEntry("cancelled_at", Timestamp.from(Instant.ofEpochSecond(1788436800)))
                .containsEntry("refund_txn_id", "R1")
                .containsEntry("payment_orchestrator_reversal_id", "O1")
                .containsEntry("original_gross", new BigDecimal("35"))
                .containsEntry("gross", new BigDecimal("40.74"));
        assertThat(corrections()).isEmpty();
        assertThat(alerts()).isZero();
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

        assertThat(contribution(id)).containsEntry("status", status);
    }

    @Test
    void findsTheDonationByItsId() {
        donations.add("adyen", "A1");
        long id = donations.add("adyen", "A2");

        refunds.push(refund("'parent_contribution_id':'%d'".formatted(id)));

        assertThat(statusesById()).containsExactly("Completed", "Refunded");
    }

    @ParameterizedTest
    @CsvSource({
        // gateway of the donation, gateway of the refund
        "paypal,    paypal_ec",
        "paypal_ec, paypal",
    })
    void findsTheDonationByTheOtherNameOfPaypal(String given, String refunded) {
        long id = donations.add(given, "A1");

        refunds.push(refund("'gateway':'%s'".formatted(refunded)));

        assertThat(contribution(id)).containsEntry("status", "Refunded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV-7", "INV-7|dup-1788350400"})
    void findsTheDonationByItsInvoice(String invoice) {
        long id = donations.add("adyen", "A2");
        sql.sql("update contribution set invoice_id = ?").param(invoice).update();

        refunds.push(refund("'invoice_id':'INV-7'"));

        assertThat(contribution(id)).containsEntry("status", "Refunded");
    }

    @Test
    void findsTheDonationByWhatIsBehindItsGateway() {
        long id = donations.add("gravy", "G1");
        sql.sql("update contribution set backend_processor = 'adyen', backend_processor_txn_id = 'A1'")
                .update();

        refunds.push(refund("'reason':''"));

        assertThat(contribution(id)).containsEntry("status", "Refunded");
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
        assertThat(contribution(id)).containsEntry("status", "Refunded");
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
        assertThat(contribution(id)).containsEntry("status", "Completed");
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
        assertThat(contribution(id)).containsEntry("status", "Completed").containsEntry("cancelled_at", null);
        assertThat(corrections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // type, amount, currency, adjustment in it, adjustment in dollars, alerts
        "refund,     20.00,  EUR, 15.00,  17.46, 0",
        "refund,     -20.00, EUR, 15.00,  17.46, 0",
        "refund,     35.50,  EUR, -0.50,  -0.58, 0",
        "refund,     36.00,  EUR, -1.00,  -1.16, 1",
        "chargeback, 60.00,  EUR, -25.00, -29.10, 1",
        "refund,     40.00,  USD, 0.74,   0.74,  0",
    })
    void adjustsTheBooksToAnotherAmount(
            String type, String amount, String currency, BigDecimal given, BigDecimal reported, int alerts) {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'type':'%s','gross':'%s','gross_currency':'%s','gateway_refund_id':'R1'"
                .formatted(type, amount, currency)));

        assertThat(corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("parent_contribution_id", id)
                .containsEntry("contact_id", contribution(id).get("contact_id"))
                .containsEntry("original_gross", given)
                .containsEntry("original_currency", currency)
                .containsEntry("gross", reported)
                .containsEntry("net", reported)
                .containsEntry("financial_type", "Refund")
                .containsEntry("status", "Completed")
                .containsEntry("no_thank_you", "1")
                .containsEntry("fund", "Unrestricted")
                .containsEntry("appeal", "JimmyQuote")
                .containsEntry("invoice_id", contribution(id).get("invoice_id") + "-adjustment-R1")
                .containsEntry("gateway_txn_id", null));
        assertThat(alerts()).isEqualTo(alerts);
    }

    @ParameterizedTest
    @CsvSource({"chargeback, 20.00, EUR", "refund, 40.74, USD"})
    void leavesTheBooksAsTheyAre(String type, String amount, String currency) {
        donations.add("adyen", "A1");

        refunds.push(refund("'type':'%s','gross':'%s','gross_currency':'%s'".formatted(type, amount, currency)));

        assertThat(corrections()).isEmpty();
        assertThat(statusesById()).doesNotContain("Completed");
    }

    @Test
    void takesADonationBackOnce() {
        donations.add("adyen", "A1");
        String refund = refund("'gross':'20','gateway_refund_id':'R1'");

        var receipt = refunds.pushOneByOne(refund, refund, refund("'gateway_refund_id':'R1'"));

        assertThat(receipt).isEqualTo(new Receipt(1, 2, 0));
        assertThat(corrections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // first, then, what the second adds, under what id
        "refund,     chargeback, Chargeback, RFD CHARGEBACK ADYEN R2",
        "chargeback, refund,     Refunded,   RFD ADYEN R2",
        "refund,     reversal,   Reversal,   RFD REVERSAL ADYEN R2",
        "cancel,     reversal,   Reversal,   RFD REVERSAL ADYEN R2",
    })
    void booksWhatHappensToADonationThatWasTakenBackBefore(String first, String then, String status, String trxnId) {
        long id = donations.add("adyen", "A1");
        String second = refund("'type':'%s','gateway_refund_id':'R2','gross':'10'".formatted(then));

        var receipt = refunds.pushOneByOne(
                refund("'type':'%s','gateway_refund_id':'R1'".formatted(first)),
                second,
                second.replace("}", ",\"fee\":1,\"reason\":\"again\"}"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("parent_contribution_id", id)
                .containsEntry("status", status)
                .containsEntry("trxn_id", trxnId)
                .containsEntry("original_gross", new BigDecimal("-10.00"))
                .containsEntry("gross", new BigDecimal("-11.64"))
                .containsEntry("channel", "Other Online"));
    }

    @Test
    void knowsADonationUnderTwoNamesForTheSame() {
        long id = donations.add("adyen", "A1");

        var receipt = refunds.push(
                refund("'gateway_refund_id':'R1'"),
                refund("'type':'chargeback','gateway_parent_id':'','parent_contribution_id':%d,'gateway_refund_id':'R2'"
                        .formatted(id)),
                refund("'gateway_parent_id':'','parent_contribution_id':%d,'gateway_refund_id':'R1'".formatted(id)));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(contribution(id)).containsEntry("status", "Refunded");
        assertThat(corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trxn_id", "RFD CHARGEBACK ADYEN R2"));
    }

    @Test
    void booksAReversalBesideADonationThatIsComplete() {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'type':'reversal','gateway_refund_id':'R1'"));

        assertThat(contribution(id)).containsEntry("status", "Completed");
        assertThat(corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("status", "Reversal"));
    }

    @Test
    void tellsReversalsApartByTheirNameBehindTheGateway() {
        donations.add("adyen", "A1");

        var receipt = refunds.pushOneByOne(
                refund("'gateway_refund_id':'R1','backend_processor_reversal_id':'B1'"),
                refund("'gateway_refund_id':'R1','backend_processor_reversal_id':'B1','reason':'again'"),
                refund("'gateway_refund_id':'R2','backend_processor_reversal_id':'B2'"));

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(corrections()).hasSize(1);
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
    void leavesTheRecurringGiftOfARefundAsItIs() {
        donations.addRecurring("adyen", "A1");
        var before = sql.sql("select * from contribution_recur").query().listOfRows();

        refunds.push(refund("'gross':'40.74','gross_currency':'USD','gateway_refund_id':'R1'"));

        assertThat(statusesById()).containsExactly("Refunded");
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
        assertThat(alerts("recurring gift to be cancelled at its gateway")).isEqualTo(alerts);
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

    @Test
    void keepsWhatTheGatewayTookFromItsPayout() {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'settled_total_amount':'-38.11','settled_fee_amount':'-0.10',"
                + "'settlement_batch_reference':'adyen_7_USD'"));

        assertThat(contribution(id))
                .containsEntry("settled_reversal_amount", new BigDecimal("-38.11"))
                .containsEntry("settled_fee_reversal_amount", new BigDecimal("-0.10"))
                .containsEntry("settlement_batch_reversal_reference", "adyen_7_USD")
                .containsEntry("settlement_batch_reference", null);
    }

    /** A refund of 35 euros, with other fields in single quotes, which win. */
    static String refund(String fields) {
        return """
                {"type":"refund","gateway":"adyen","gateway_parent_id":"A1","gross":"35.00","gross_currency":"EUR","date":1788436800}
                """
                .strip()
                .transform(usual -> TestMessage.with(usual, fields));
    }

    private Map<String, Object> contribution(long id) {
        return sql.sql("select * from contribution where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private List<String> statusesById() {
        return sql.sql("select status from contribution order by id")
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> corrections() {
        return sql.sql("select * from contribution where parent_contribution_id is not null")
                .query()
                .listOfRows();
    }

    private int alerts() {
        return alerts("large refund difference");
    }

    private int alerts(String kind) {
        return sql.sql("select count(*) from alert where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
