package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.PAYPAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How recurring gifts fail and end. */
@AlmonerTest
class RecurringEndsTest {

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
    void cancelsAGift() {
        gifts.gift(55017, "gravy", "S-1");

        recurring.pushSample("valid-subscr-cancel-chargeback");

        assertThat(gifts.row(55017))
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "Automatically cancelling because we received a chargeback");
        assertThat(sql.sql(
                                "select cancelled_at = ended_at and cancelled_at = to_timestamp(1788350402) from contribution_recur")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(gifts.activities("Cancel Recurring Contribution")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"subscr_id\":\"S-1\"",
                "\"recurring_payment_token\":\"TOKEN\"",
                "\"contribution_recur_id\":\"600417\""
            })
    void findsTheGiftByAnyOfItsNames(String name) {
        gifts.withToken(gifts.gift(600417, "gravy", "S-1"), "TOKEN");

        recurring.push(
                "{\"txn_type\":\"subscr_cancel\",\"gateway\":\"gravy\",\"cancel_date\":1788350400,%s}".formatted(name));

        assertThat(gifts.row(600417))
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "(auto) User Cancelled via Gateway");
    }

    @Test
    void leavesAGiftAsItIsThatHasEnded() {
        gifts.with(gifts.gift(600417, "paypal", PAYPAL), "status", "Failed").with(600417, "cancel_reason", "first");

        var receipt = recurring.push(cancel(1788350400), failed(1788350400));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
        assertThat(gifts.row(600417))
                .containsEntry("status", "Failed")
                .containsEntry("cancel_reason", "first")
                .containsEntry("failure_count", 0);
        assertThat(gifts.activities("Cancel Recurring Contribution")).isZero();
    }

    @Test
    void endsTheSameInWhateverOrderItIsTold() {
        gifts.gift(600417, "paypal", PAYPAL);
        String paid = recurring.sample("valid-subscr-payment");

        recurring.pushOneByOne(paid, cancel(1788350300), failed(1788350200));

        assertThat(gifts.row(600417)).containsEntry("status", "In Progress").containsEntry("failure_count", 1);
    }

    @Test
    void staysCancelledWhenItWasPaidBetweenTwoCancellations() {
        gifts.gift(600417, "paypal", PAYPAL);

        recurring.pushOneByOne(cancel(1788350300), cancel(1788350500), recurring.sample("valid-subscr-payment"));

        assertThat(gifts.status(600417)).isEqualTo("Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscr_cancel", "subscr_failed"})
    void waitsForTheBeginningOfAGift(String type) {
        recurring.push("{\"txn_type\":\"%s\",\"gateway\":\"paypal\",\"subscr_id\":\"I-1\"}".formatted(type));

        assertThat(recurring.lastError()).contains("has not begun yet");
    }

    @Test
    void countsFailures() {
        gifts.gift(600417, "paypal", PAYPAL);

        recurring.pushOneByOne(failed(1788350200), failed(1788350300).replace("}", ",\"failure_count\":\"4\"}"));

        assertThat(gifts.row(600417)).containsEntry("status", "Failing").containsEntry("failure_count", 5);
        assertThat(sql.sql("select failure_retry_at from contribution_recur")
                        .query(Instant.class)
                        .single())
                .isEqualTo(Instant.ofEpochSecond(1788360000));
    }

    @Test
    void changesNothingAtTheEndOfATerm() {
        gifts.gift(600417, "paypal", PAYPAL);

        var receipt = recurring.push(
                "{\"txn_type\":\"subscr_eot\",\"gateway\":\"paypal\",\"subscr_id\":\"%s\"}".formatted(PAYPAL));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(gifts.status(600417)).isEqualTo("In Progress");
    }

    private static String cancel(long at) {
        return "{\"txn_type\":\"subscr_cancel\",\"gateway\":\"paypal_ec\",\"subscr_id\":\"%s\",\"cancel_date\":%d}"
                .formatted(PAYPAL, at);
    }

    private static String failed(long at) {
        return "{\"txn_type\":\"subscr_failed\",\"gateway\":\"paypal_ec\",\"subscr_id\":\"%s\",\"date\":%d,\"failure_retry_date\":\"1788360000\"}"
                .formatted(PAYPAL, at);
    }
}
