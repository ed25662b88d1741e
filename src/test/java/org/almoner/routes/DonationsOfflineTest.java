package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gifts that came by post, from a fund, or with a share that an employer added; and sparse ones. */
@AlmonerTest
class DonationsOfflineTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue donations;

    @BeforeEach
    void queues() {
        donations = new TestQueue("donations", redis, sql);
    }

    @Test
    void areTwoWhenAnEmployerMatchedAGift() {
        var matched = TestDonation.of("C1")
                .with("gateway", "chariot")
                .with("backend_processor", "benevity")
                .with("backend_processor_txn_id", "B1")
                .with("is_matching_gift", true)
                .with("matching_gift_organization", "Acme")
                .with("original_individual_gift_total_amount", "30")
                .with("original_matching_gift_total_amount", "20")
                .with("original_matching_gift_fee_amount", "1");

        donations.push(matched.json());
        donations.push(matched.with("gateway_txn_id", "C2")
                .with("backend_processor_txn_id", "B2")
                .json());

        assertThat(
                        count(
                                """
                        contribution join contact on contact.id = contact_id
                        where backend_processor_txn_id = 'B1_MATCHED' and gateway_txn_id = 'C1_MATCHED'
                            and organization_name = 'Acme' and gross = 20 and fee = 1 and net = 19
                        """))
                .isOne();
        assertThat(
                        count(
                                """
                        contribution join contact on contact.id = contact_id
                        where backend_processor_txn_id = 'B1' and last_name = 'Park' and gross = 30 and appeal = 'White Mail'
                        """))
                .isOne();
        assertThat(count("contact")).isEqualTo(2);
    }

    @Test
    void keepWhatOnlyPaperSays() {
        donations.push(TestDonation.of("C1")
                .with("is_daf", "1")
                .with("payment_method", "check")
                .with("check_number", "000123")
                .with("postmark_date", "2026-08-30")
                .with("donor_advised_fund_name", "Fund of Funds")
                .with("gross", "250")
                .json());

        assertThat(
                        count(
                                """
                        contribution where check_number = '123' and postmark_date = date '2026-08-30' and is_major_gift
                            and donor_advised_fund_name = 'Fund of Funds' and payment_instrument = 'Check'
                        """))
                .isOne();
    }

    @Test
    void areCompletedByWhatTheirPendingPaymentSaid() {
        String form = TestDonation.of("ignored")
                .with("order_id", "7.1")
                .with("gateway_txn_id", false)
                .with("gross", "9")
                .json();
        new TestQueue("pending", redis, sql).push(form);

        donations.push(sparse("A1").json());

        assertThat(
                        count(
                                """
                        contribution join contact_email using (contact_id)
                        where gateway_txn_id = 'A1' and gross = 12 and email = 'kim@example.org'
                        """))
                .isOne();
        assertThat(count("pending_payment where resolved_at is not null")).isOne();
    }

    @Test
    void areCompletedByTheAttemptThatTheGatewayNames() {
        var pending = new TestQueue("pending", redis, sql);
        pending.push(
                TestDonation.of("A0").with("order_id", "7.1").json(),
                TestDonation.of("A1")
                        .with("order_id", "7.1")
                        .with("email", "sam@example.org")
                        .json());

        donations.push(sparse("A1").json());

        assertThat(count("contribution join contact_email using (contact_id) where email = 'sam@example.org'"))
                .isOne();
    }

    @Test
    void waitForTheirPendingPayment() {
        var receipt =
                donations.push(sparse("A1").with("source_enqueued_time", now()).json());

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(
                        count(
                                "dead_letter where retry_at is not null and error = 'pending payment 7.1 of adyen is not there yet'"))
                .isOne();
        assertThat(count("contribution")).isZero();
    }

    @Test
    void areRefusedWhenNothingCanCompleteThem() {
        donations.push(sparse("A1").without("order_id").json());

        assertThat(donations.lastError()).startsWith("gateway or order_id is missing");
    }

    @Test
    void comeBackOnceAfterAChargeback() {
        donations.push(TestDonation.of("A1").json());
        var reversed = TestDonation.of("A1").with("type", "chargeback_reversed");

        donations.push(reversed.json());
        sql.sql("truncate handled_message").update(); // as a month later
        var receipt = donations.push(reversed.with("gross", "10").json());

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(
                        count(
                                """
                        contribution where trxn_id = 'CHARGEBACK_REVERSAL ADYEN A1' and gateway_txn_id is null
                            and status = 'Chargeback Reversal' and financial_type = 'Chargeback Reversal'
                        """))
                .isOne();
    }

    private static TestDonation sparse(String txn) {
        return TestDonation.of(txn)
                .without("email", "first_name", "last_name", "payment_method", "contribution_tracking_id", "utm_source")
                .with("order_id", "7.1")
                .with("gross", "12.00")
                .with("completion_message_id", "adyen-7.1");
    }

    private long now() {
        return sql.sql("select extract(epoch from now())::bigint")
                .query(Long.class)
                .single();
    }

    private int count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
