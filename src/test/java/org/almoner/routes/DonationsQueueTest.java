package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
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

@AlmonerTest
class DonationsQueueTest {

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
    void keepsADonationAndItsDonor() {
        donations.push(TestDonation.of("A1").json());

        assertThat(contribution("A1"))
                .containsEntry("trxn_id", "ADYEN A1")
                .containsEntry("invoice_id", "A1.1")
                .containsEntry("status", "Completed")
                .containsEntry("financial_type", "Cash")
                .containsEntry("payment_instrument", "Credit Card: Visa");
        assertThat(count("contact join contribution on contact_id = contact.id where last_name = 'Park'"))
                .isOne();
        assertThat(count("contact_email where email = 'kim@example.org' and is_primary"))
                .isOne();
    }

    @Test
    void keepsTheDonorsCurrencyForEverAndReportsInDollars() {
        donations.push(TestDonation.of("A1")
                .with("currency", "EUR")
                .with("fee", "0.50")
                .json());

        assertThat(
                        count(
                                """
                        contribution as c join exchange_rate as r on r.currency = original_currency
                        where original_currency = 'EUR' and original_gross = 10 and original_fee = 0.5
                            and c.currency = 'USD' and gross = round(10 * usd_value, 2)
                            and fee = round(0.5 * usd_value, 2) and net = gross - fee
                        """))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"9999.99, USD, 0", "10000, USD, 1", "10000, GBP, 1", "10000, JPY, 0"})
    void tellsOfALargeDonation(String gross, String currency, int alerts) {
        donations.push(TestDonation.of("A1")
                .with("gross", gross)
                .with("currency", currency)
                .json());

        assertThat(count("alert where kind = 'large donation' and about like 'contribution=% gateway=adyen gross=%'"))
                .isEqualTo(alerts);
    }

    @Test
    void keepsTheGiftsOfOneDonorTogether() {
        donations.push(TestDonation.of("A1").json(), TestDonation.of("A2").json());
        donations.push(TestDonation.of("A3").with("email", "KIM@example.org").json());

        assertThat(count("contribution")).isEqualTo(3);
        assertThat(count("contact")).isOne();
    }

    @Test
    void keepsAPaymentOnceForEver() {
        donations.push(TestDonation.of("A1").json());
        sql.sql("truncate handled_message").update(); // as a month later

        var receipt = donations.push(
                TestDonation.of("A1").with("gross", "11").json(),
                TestDonation.of("A1").with("gateway", "gravy").json());

        assertThat(receipt).isEqualTo(new Receipt(2, 1, 0));
        assertThat(count("contribution where gross = 10")).isEqualTo(2);
        assertThat(donations.deadLetters()).isEmpty();
    }

    @Test
    void tellsTwoPaymentsOfOneOrderApart() {
        donations.push(
                TestDonation.of("A1").with("order_id", "7.1").json(),
                TestDonation.of("A2").with("order_id", "7.1").json(),
                TestDonation.of("A3").with("invoice_id", "7.1").json());

        assertThat(contribution("A1")).containsEntry("invoice_id", "7.1");
        assertThat((String) contribution("A2").get("invoice_id")).matches("7\\.1\\|dup-[0-9]+");
        assertThat((String) contribution("A3").get("invoice_id")).matches("7\\.1(\\|dup-[0-9]+)+");
        assertThat(donations.receipt()).isEqualTo(new Receipt(3, 0, 0));
    }

    @Test
    void linksTheVisitThatLedToIt() {
        donations.push(TestDonation.of("A1").json());

        awaitVisit("id = 77 and contribution_id = " + contribution("A1").get("id"));
        assertThat(count("contribution where contribution_tracking_id = 77")).isOne();
    }

    @Test
    void givesADonationWithoutVisitOneOfItsOwn() {
        redis.opsForValue().set("sequence_contribution-tracking", "500");

        donations.push(TestDonation.of("A1")
                .without("contribution_tracking_id", "utm_source")
                .json());

        awaitVisit(
                """
                id = 501 and contribution_id is not null and utm_source = '..cc' and utm_medium = 'civicrm'
                and country = 'US' and tracking_date = to_timestamp(1788350400)
                """);
    }

    @Test
    void givesAChequeNoVisit() {
        donations.push(TestDonation.of("A1")
                .without("contribution_tracking_id", "utm_source")
                .with("payment_method", "check")
                .json());

        assertThat(count("contribution where contribution_tracking_id is null")).isOne();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void resolvesAllThatWasPendingOfItsOrder() {
        var pending = new TestQueue("pending", redis, sql);
        pending.push(pendingPayment("7.1", "A1"), pendingPayment("7.1", "A0"), pendingPayment("7.2", "A1"));

        donations.push(TestDonation.of("A1").with("order_id", "7.1").json());

        assertThat(count("pending_payment where resolved_at is not null and order_id = '7.1'"))
                .isEqualTo(2);
        assertThat(count("pending_payment where resolved_at is null and order_id = '7.2'"))
                .isOne();
    }

    @Test
    void isEndowedWhenItsMediumSaysSo() {
        donations.push(TestDonation.of("A1")
                .with("utm_medium", "endowment")
                .with("utm_source", "B26_m_")
                .json());

        assertThat(contribution("A1"))
                .containsEntry("financial_type", "Endowment Gift")
                .containsEntry("fund", "Endowment Fund")
                .containsEntry("channel", "Mobile");
    }

    @Test
    void takesAnyTextForAnAppeal() {
        donations.push(TestDonation.of("A1").with("utm_campaign", "Ĥerr Döner").json());

        assertThat(contribution("A1")).containsEntry("appeal", "Ĥerr Döner");
    }

    @Test
    void notesWhoReferredADonor() {
        donations.push(TestDonation.of("A1").json());
        Object first = contribution("A1").get("contact_id");

        donations.push(TestDonation.of("A2")
                .with("email", "sam@example.org")
                .with("first_name", "Sam")
                .with("contact_id", first)
                .json());

        assertThat(count("activity where type = 'Contact referral' and contact_id = " + first))
                .isOne();
        assertThat(contribution("A2").get("contact_id")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    currency           |            | missing: currency
                    currency           | XXX        | unknown currency XXX
                    gateway_txn_id     |            | missing: gateway_txn_id
                    gateway            |            | missing: gateway
                    gross              | 0          | gross and net are not both positive
                    fee                | 10         | gross and net are not both positive
                    Gift_Data.Campaign | No Such    | Gift_Data.Campaign is none of the options
                    contribution_status_id | 99     | contribution_status_id is no status
                    recipient_id       | %%%        | recipient_id is neither a number nor one in base64
                    """)
    void makesWhatCannotBeADonationADeadLetter(String field, String value, String reason) {
        String bad = TestDonation.of("A1").with(field, value).json();

        var receipt = donations.push(
                TestDonation.of("A2").json(), bad, TestDonation.of("A3").json());

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 1));
        assertThat(donations.deadLetters()).isEqualTo(List.of(bad));
        assertThat(donations.lastError()).isEqualTo(reason);
        assertThat(count("contribution")).isEqualTo(2);
        assertThat(count("contact")).isOne();
    }

    @Test
    void needsToKnowHowADonationWasPaid() {
        donations.push(TestDonation.of("A1").without("payment_method").json());

        assertThat(donations.lastError()).isEqualTo("payment_method is missing");
    }

    private void awaitVisit(String visit) {
        await().untilAsserted(() ->
                assertThat(count("contribution_tracking where " + visit)).isOne());
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

    private static String pendingPayment(String order, String txn) {
        return "{\"gateway\":\"adyen\",\"order_id\":\"%s\",\"gateway_txn_id\":\"%s\",\"date\":1}".formatted(order, txn);
    }
}
