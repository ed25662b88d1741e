package org.almoner.routes;

import static org.almoner.routes.TestRefund.refund;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Which donation a refund is of. */
@AlmonerTest
class RefundedDonationTest {

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
    void findsTheDonationByItsId() {
        donations.add("adyen", "A1");
        long id = donations.add("adyen", "A2");

        refunds.push(refund("'parent_contribution_id':'%d'".formatted(id)));

        assertThat(donations.statuses()).containsExactly("Completed", "Refunded");
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

        assertThat(donations.row(id)).containsEntry("status", "Refunded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV-7", "INV-7|dup-1788350400"})
    void findsTheDonationByItsInvoice(String invoice) {
        long id = donations.add("adyen", "A2");
        sql.sql("update contribution set invoice_id = ?").param(invoice).update();

        refunds.push(refund("'invoice_id':'INV-7'"));

        assertThat(donations.row(id)).containsEntry("status", "Refunded");
    }

    @Test
    void findsTheDonationByWhatIsBehindItsGateway() {
        long id = donations.add("gravy", "G1");
        sql.sql("update contribution set backend_processor = 'adyen', backend_processor_txn_id = 'A1'")
                .update();

        refunds.push(refund("'reason':''"));

        assertThat(donations.row(id)).containsEntry("status", "Refunded");
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
        assertThat(donations.row(id)).containsEntry("status", "Refunded");
        assertThat(donations.corrections()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("trxn_id", "RFD CHARGEBACK ADYEN R2"));
    }
}
