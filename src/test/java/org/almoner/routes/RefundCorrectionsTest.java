package org.almoner.routes;

import static org.almoner.routes.TestRefund.refund;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is booked beside a donation that was taken back in part, or more than once. */
@AlmonerTest
class RefundCorrectionsTest {

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

        assertThat(donations.corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("parent_contribution_id", id)
                .containsEntry("contact_id", donations.row(id).get("contact_id"))
                .containsEntry("original_gross", given)
                .containsEntry("original_currency", currency)
                .containsEntry("gross", reported)
                .containsEntry("net", reported)
                .containsEntry("financial_type", "Refund")
                .containsEntry("status", "Completed")
                .containsEntry("no_thank_you", "1")
                .containsEntry("fund", "Unrestricted")
                .containsEntry("appeal", "JimmyQuote")
                .containsEntry("invoice_id", donations.row(id).get("invoice_id") + "-adjustment-R1")
                .containsEntry("gateway_txn_id", null));
        assertThat(KeptAlerts.of(sql, "large refund difference")).isEqualTo(alerts);
    }

    @ParameterizedTest
    @CsvSource({"chargeback, 20.00, EUR", "refund, 40.74, USD"})
    void leavesTheBooksAsTheyAre(String type, String amount, String currency) {
        donations.add("adyen", "A1");

        refunds.push(refund("'type':'%s','gross':'%s','gross_currency':'%s'".formatted(type, amount, currency)));

        assertThat(donations.corrections()).isEmpty();
        assertThat(donations.statuses()).doesNotContain("Completed");
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
        assertThat(donations.corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("parent_contribution_id", id)
                .containsEntry("status", status)
                .containsEntry("trxn_id", trxnId)
                .containsEntry("original_gross", new BigDecimal("-10.00"))
                .containsEntry("gross", new BigDecimal("-11.64"))
                .containsEntry("channel", "Other Online"));
    }

    @Test
    void booksAReversalBesideADonationThatIsComplete() {
        long id = donations.add("adyen", "A1");

        refunds.push(refund("'type':'reversal','gateway_refund_id':'R1'"));

        assertThat(donations.row(id)).containsEntry("status", "Completed");
        assertThat(donations.corrections()).singleElement().satisfies(row -> assertThat(row)
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
        assertThat(donations.corrections()).hasSize(1);
    }
}
