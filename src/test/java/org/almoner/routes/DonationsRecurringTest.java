package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Donations that begin a recurring gift or go on with one. */
@AlmonerTest
class DonationsRecurringTest {

    private static final TestDonation FIRST = TestDonation.of("A1")
            .with("recurring", "1")
            .with("subscr_id", "S1")
            .with("frequency_unit", "month")
            .with("user_ip", "198.51.100.23");

    private static final TestDonation LATER = FIRST.with("gateway_txn_id", "A2").with("date", 1790942400);

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
    void beginARecurringGift() {
        donations.push(FIRST.with("currency", "EUR")
                .with("processor_contact_id", "P7")
                .with("initial_scheme_transaction_id", "I7")
                .with("url_country", "NL")
                .json());

        assertThat(sql.sql("select * from contribution_recur").query().singleRow())
                .containsEntry("subscr_id", "S1")
                .containsEntry("currency", "EUR")
                .containsEntry("cycle_day", 2)
                .containsEntry("frequency_unit", "month")
                .containsEntry("processor_contact_id", "P7")
                .containsEntry("initial_scheme_transaction_id", "I7")
                .containsEntry("original_country", "NL")
                .containsEntry("payment_token_id", null);
        assertThat(count("contribution_recur where next_scheduled_at = timestamptz '2026-10-02 12:00:00Z'"))
                .isOne();
        assertThat(contribution("A1"))
                .containsEntry("trxn_id", "RECURRING ADYEN A1")
                .containsEntry("financial_type", "Recurring Gift")
                .containsEntry("no_thank_you", null);
        assertThat((String) contribution("A1").get("invoice_id")).matches("A1\\.1\\|recur-[0-9]+");
    }

    @Test
    void keepTheTokenByWhichTheDonorIsChargedAgain() {
        donations.push(
                FIRST.without("subscr_id").with("recurring_payment_token", "T1").json());
        donations.push(
                LATER.without("subscr_id").with("recurring_payment_token", "T1").json());

        assertThat(count("payment_token where token = 'T1' and ip_address = '198.51.100.23'"))
                .isOne();
        assertThat(count("contribution_recur join payment_token on payment_token.id = payment_token_id"))
                .isEqualTo(2);
        assertThat(count("contribution_recur where subscr_id in ('A1', 'A2')")).isEqualTo(2);
    }

    @Test
    void areCalledByTheirTokenWherePaypalStandsBehindTheGateway() {
        var first = FIRST.without("subscr_id")
                .with("gateway", "gravy")
                .with("payment_method", "paypal")
                .with("recurring_payment_token", "T1");

        donations.push(first.json(), first.with("gateway_txn_id", "A2").json());

        assertThat(count("contribution_recur where subscr_id = 'T1'")).isOne();
        assertThat(count("contribution where contribution_recur_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void thankForTheFirstPaymentOnly() {
        donations.push(FIRST.json(), LATER.json());

        assertThat(count("contribution_recur")).isOne();
        assertThat(contribution("A2"))
                .containsEntry("financial_type", "Recurring Gift - Cash")
                .containsEntry("no_thank_you", "recurring")
                .containsEntry("channel", "Recurring Gift")
                .containsEntry("contribution_recur_id", contribution("A1").get("contribution_recur_id"));
    }

    @Test
    void thankYearlyDonorsEachTime() {
        donations.push(
                FIRST.with("frequency_unit", "year").json(),
                LATER.with("frequency_unit", "year").json());

        assertThat(contribution("A2")).containsEntry("no_thank_you", null);
    }

    @Test
    void belongToTheirRecurringGiftWhoeverTheyNameAsDonor() {
        donations.push(FIRST.json());

        donations.push(LATER.without("subscr_id", "email", "payment_method", "payment_submethod", "recurring")
                .with("contribution_recur_id", contribution("A1").get("contribution_recur_id"))
                .with("first_name", "Somebody")
                .json());

        assertThat(contribution("A2"))
                .containsEntry("contact_id", contribution("A1").get("contact_id"))
                .containsEntry("payment_instrument", "Credit Card: Visa");
        assertThat(count("contact where first_name = 'Kim'")).isOne();
    }

    @Test
    void reviveWhatEndedBeforeWhereTheGatewayKeepsTheSchedule() {
        donations.push(
                FIRST.with("gateway", "paypal_ec").with("subscr_id", "I-1").json());
        sql.sql("update contribution_recur set status = 'Cancelled', cancelled_at = timestamptz '2026-09-10 00:00:00Z'")
                .update();

        donations.push(
                LATER.with("gateway", "paypal_ec").with("subscr_id", "I-1").json());

        assertThat(count("contribution_recur where status = 'In Progress' and cancelled_at is null"))
                .isOne();
    }

    @Test
    void leaveWhatEndedAfterThem() {
        donations.push(
                FIRST.with("gateway", "paypal_ec").with("subscr_id", "I-1").json());
        sql.sql("update contribution_recur set status = 'Cancelled', cancelled_at = timestamptz '2027-09-10 00:00:00Z'")
                .update();

        donations.push(
                LATER.with("gateway", "paypal_ec").with("subscr_id", "I-1").json());

        assertThat(count("contribution_recur where status = 'Cancelled'")).isOne();
        assertThat(count("contribution")).isEqualTo(2);
    }

    @Test
    void tellOfARescuedPayment() {
        donations.push(FIRST.json());

        donations.push(LATER.with("is_successful_autorescue", true)
                .with("rescue_reference", "R1")
                .json());

        assertThat(count("activity where type = 'Recurring Processor Retry - Success' and subject like '%R1'"))
                .isOne();
        assertThat(count("contribution_recur where status = 'In Progress'")).isOne();
    }

    @Test
    void waitForTheSignupOfPaypal() {
        var receipt = donations.push(FIRST.with("gateway", "paypal")
                .with("source_enqueued_time", now())
                .json());

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(count("dead_letter where retry_at is not null")).isOne();
        assertThat(count("contact") + count("contribution") + count("contribution_recur"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    frequency_unit        | week | frequency_unit is neither month nor year
                    frequency_interval    | 2    | frequency_interval is not 1
                    installments          | 12   | installments is not 0
                    contribution_recur_id | 99   | contribution_recur_id 99 is unknown
                    subscr_id             |      | contribution_recur_id, subscr_id and recurring_payment_token are all missing
                    """)
    void areRefusedWhenTheyCannotRecur(String field, String value, String reason) {
        donations.push(FIRST.with(field, value).json());

        assertThat(donations.lastError()).isEqualTo(reason);
        assertThat(count("contact")).isZero();
    }

    private long now() {
        return sql.sql("select extract(epoch from now())::bigint")
                .query(Long.class)
                .single();
    }

    private Map<String, Object> contribution(String gatewayTxnId) {
        return sql.sql("select * from contribution where gateway_txn_id = ?")
                .param(gatewayTxnId)
                .query()
                .singleRow();
    }

    private int count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
