package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.DONOR;
import static org.almoner.routes.RecurringGifts.PAYPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
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

/** What becomes of the payments of recurring gifts, and what these change about them. */
@AlmonerTest
class RecurringPaymentsTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue recurring;
    RecurringGifts gifts;

    @BeforeEach
    void donor() {
        recurring = new TestQueue("recurring", redis, sql);
        gifts = new RecurringGifts(sql);
        gifts.donor();
        gifts.rates();
    }

    @Test
    void handsAPaymentOnToTheDonations() {
        gifts.gift(600417, "paypal", PAYPAL);

        var receipt = recurring.pushSample("valid-subscr-payment");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(gifts.donation())
                .containsEntry("contact_id", DONOR)
                .containsEntry("contribution_recur_id", 600417L)
                .containsEntry("gateway", "paypal_ec")
                .containsEntry("original_gross", new BigDecimal("2.00"))
                .containsEntry("original_fee", new BigDecimal("0.45"))
                .containsEntry("original_currency", "GBP")
                .containsEntry("gross", new BigDecimal("2.69"));
        assertThat(sql.sql("select email || ' ' || country from contact_email join contact_address using (contact_id)")
                        .query(String.class)
                        .list())
                .containsExactly("meera@example.co.uk GB");
    }

    @Test
    void keepsWhatWeKnowOfTheDonor() {
        gifts.gift(600417, "paypal", PAYPAL);
        sql.sql("insert into contact_email (contact_id, email, is_primary) values (?, 'x@example.org', true)")
                .param(DONOR)
                .update();
        sql.sql(
                        "insert into contact_address (contact_id, street_address, country, is_primary) values (?, 'A 1', 'GB', true)")
                .param(DONOR)
                .update();

        recurring.pushSample("valid-subscr-payment");

        assertThat(gifts.donation()).containsEntry("contact_id", DONOR);
        assertThat(sql.sql("select email || ' ' || street_address || ' ' || country "
                                + "from contact_email join contact_address using (contact_id)")
                        .query(String.class)
                        .list())
                .containsExactly("x@example.org A 1 GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-OLDSTYLE", "I-4MB8YTQ2R6WX"})
    void waitsForTheSignupOfAPayment(String subscrId) {
        String payment = recurring
                .sample("valid-subscr-payment")
                .replace(PAYPAL, subscrId)
                .replace("\"paypal_ec\"", "\"ingenico\"");

        var receipt = recurring.push(payment);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(recurring.lastError()).contains("has not begun yet");
    }

    @Test
    void refusesAPaymentOfNoGift() {
        recurring.push(recurring.sample("valid-subscr-payment").replaceFirst("\"subscr_id\":\"[^\"]*\",", ""));

        assertThat(recurring.lastError()).contains("missing");
    }

    @ParameterizedTest
    @CsvSource({"1788350399, In Progress", "1788350401, Cancelled"})
    void letsAGiftGoOnThatWasPaidAfterItsEnd(long cancelledAt, String status) {
        gifts.with(gifts.gift(600417, "paypal", PAYPAL), "status", "Cancelled")
                .with(600417, "cancelled_at", Instant.ofEpochSecond(cancelledAt).toString());

        recurring.pushSample("valid-subscr-payment");

        assertThat(gifts.status(600417)).isEqualTo(status);
    }

    @Test
    void leavesAGiftCancelledThatWeChargeOurselves() {
        gifts.with(gifts.gift(600417, "adyen", PAYPAL), "status", "Cancelled");

        recurring.push(recurring.sample("valid-subscr-payment").replace("paypal_ec", "adyen"));

        assertThat(gifts.status(600417)).isEqualTo("Cancelled");
    }

    @Test
    void countsAPaymentForTheVisitOfTheFirst() {
        gifts.gift(600417, "paypal", PAYPAL);
        gifts.contribution(8, 600417L, 417000001L);

        recurring.push(paymentWithoutVisit());

        assertThat(gifts.donation()).containsEntry("contribution_tracking_id", 417000001L);
    }

    @Test
    void makesUpAVisitWhereThereWasNone() {
        gifts.gift(600417, "paypal", PAYPAL);
        gifts.contribution(8, 600417L, null);

        recurring.push(paymentWithoutVisit());

        await().until(() -> sql.sql("select count(*) from contribution_tracking")
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(sql.sql("select * from contribution_tracking").query().singleRow())
                .containsEntry("contribution_id", 8L)
                .containsEntry("utm_medium", "civicrm");
    }

    private String paymentWithoutVisit() {
        return recurring.sample("valid-subscr-payment").replace("\"contribution_tracking_id\":\"417060010\",", "");
    }
}
