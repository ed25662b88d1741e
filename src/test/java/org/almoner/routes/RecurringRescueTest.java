package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.DONOR;
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

/** A gateway tries to save a payment that failed, and tells how that went. */
@AlmonerTest
class RecurringRescueTest {

    private static final String RESCUED =
            """
            {"txn_type":"subscr_payment","gateway":"adyen","is_successful_autorescue":true,"rescue_reference":"RSC7Q2M9K4XB8N51","order_id":"417000077.9","gross":"10.00","currency":"USD","gateway_txn_id":"PQ8M3X7K2N5B4V61"}""";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue recurring;
    RecurringGifts gifts;

    @BeforeEach
    void gift() {
        recurring = new TestQueue("recurring", redis, sql);
        gifts = new RecurringGifts(sql);
        gifts.donor();
        gifts.withToken(gifts.gift(600417, "adyen", "RECURRING ADYEN X"), "TOKEN")
                .with(600417, "rescue_reference", "RSC7Q2M9K4XB8N51");
    }

    @Test
    void handsASavedPaymentOnToTheDonations() {
        gifts.contribution(8, 600417L, 417000077L);

        var receipt = recurring.push(RESCUED);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(gifts.donation())
                .containsEntry("contact_id", DONOR)
                .containsEntry("contribution_recur_id", 600417L)
                .containsEntry("gateway_txn_id", "PQ8M3X7K2N5B4V61")
                .containsEntry("payment_instrument", "Credit Card: Visa");
        assertThat(gifts.activities("Recurring Processor Retry - Success")).isEqualTo(1);
    }

    @Test
    void refusesAReferenceThatWeDoNotKnow() {
        recurring.pushOneByOne(
                RESCUED.replace("RSC7", "XXX7"),
                recurring.sample("edge-autorescue-failure").replace("RSC7", "XXX7"));

        assertThat(recurring.receipt()).isEqualTo(new Receipt(0, 0, 2));
        assertThat(recurring.lastError()).contains("does not exist");
    }

    @Test
    void endsAGiftThatCannotBeSavedAndTellsTheDonor() {
        recurring.pushSample("edge-autorescue-failure");

        assertThat(gifts.row(600417))
                .containsEntry("status", "Failed")
                .containsEntry("rescue_reference", null)
                .containsEntry("cancel_reason", "Payment cannot be rescued: maximum failures reached");
        assertThat(mail()).contains("\"recurring_failure\"", "\"contribution_recur_id\":600417");
    }

    @ParameterizedTest
    @CsvSource({"Pending, true, 0", "Failing, true, 0", "In Progress, false, 1", "Cancelled, true, 1"})
    void tellsNobodyWhoStillGivesByAnother(String status, boolean hasToken, int mails) {
        gifts.with(gifts.gift(600418, "adyen", "RECURRING ADYEN Y"), "status", status);
        if (hasToken) {
            gifts.withToken(600418, "TOKEN2");
        }

        recurring.pushSample("edge-autorescue-failure");
        recurring.push("{\"txn_type\":\"subscr_eot\",\"gateway\":\"adyen\",\"subscr_id\":\"Z\"}");

        await().untilAsserted(() -> assertThat(sql.sql("select count(*) from outbox")
                        .query(Integer.class)
                        .single())
                .isZero());
        assertThat(redis.opsForList().size("mail")).isEqualTo(mails);
    }

    private String mail() {
        return await("mail").until(() -> redis.opsForList().index("mail", 0), text -> text != null);
    }
}
