package org.almoner.routes;

import static org.almoner.routes.RecurringGifts.DONOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class UpiDonationsQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue upi;
    RecurringGifts gifts;

    @BeforeEach
    void donor() {
        upi = new TestQueue("upi-donations", redis, sql);
        gifts = new RecurringGifts(sql);
        gifts.donor();
        gifts.rates();
    }

    @Test
    void beginsAGiftByItsFirstPayment() {
        var receipt = upi.pushSample("valid-first");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(gifts.only())
                .containsEntry("gateway", "dlocal")
                .containsEntry("subscr_id", "RECURRING DLOCAL D-7-3ab0c1d2")
                .containsEntry("processor_id", "D-7-3ab0c1d2")
                .containsEntry("amount", new BigDecimal("300.00"))
                .containsEntry("currency", "INR")
                .containsEntry("frequency_unit", "month")
                .containsEntry("cycle_day", 2);
        assertThat(sql.sql("select next_scheduled_at from contribution_recur")
                        .query(Instant.class)
                        .single())
                .isEqualTo(Instant.parse("2026-10-02T12:00:00Z"));
        assertThat(sql.sql("select token from payment_token")
                        .query(String.class)
                        .single())
                .isEqualTo("UPI-KEY-77aa");
        assertThat(gifts.donation())
                .containsEntry("contribution_recur_id", gifts.only().get("id"))
                .containsEntry("contact_id", gifts.only().get("contact_id"));
    }

    @Test
    void findsTheGiftOfAnInstalment() {
        gift(600417);

        var receipt = upi.pushOneByOne(upi.sample("valid-installment"), upi.sample("valid-installment"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        assertThat(gifts.donation())
                .containsEntry("contribution_recur_id", 600417L)
                .containsEntry("contact_id", DONOR);
    }

    @Test
    void beginsAnotherGiftOfAnotherAmount() {
        gift(600417);

        upi.push(upi.sample("valid-installment").replace("\"300\"", "\"500\""));

        assertThat(sql.sql("select count(*) from contribution_recur")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql("select count(*) from payment_token")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void prefersTheGiftThatGoesOn() {
        gift(600416);
        cancelled(600417);
        cancelled(600418);

        upi.pushSample("valid-installment");

        assertThat(gifts.donation()).containsEntry("contribution_recur_id", 600416L);
    }

    @Test
    void keepsAPaymentAfterTheEndAndHasItRefunded() {
        cancelled(600417);
        cancelled(600418);

        var receipt = upi.push(upi.sample("edge-cancelled-then-paid").replace("UPI-KEY-90de", "UPI-KEY-31cd"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(gifts.donation()).containsEntry("contribution_recur_id", 600418L);
        assertThat(gifts.status(600418)).isEqualTo("Cancelled");
        assertThat(sql.sql("select ask, gateway, gateway_txn_id, amount, currency from gateway_call")
                        .query()
                        .singleRow())
                .containsEntry("ask", "REFUND")
                .containsEntry("gateway", "dlocal")
                .containsEntry("gateway_txn_id", gifts.donation().get("gateway_txn_id"))
                .containsEntry("amount", new BigDecimal("300.00"))
                .containsEntry("currency", "INR");
    }

    @Test
    void endsAGiftWhoseWalletWasDisabled() {
        cancelled(600417);
        gift(600416);

        upi.pushSample("edge-rejection-322-int");

        assertThat(gifts.row(600416))
                .containsEntry("status", "Cancelled")
                .containsEntry("cancel_reason", "Subscription cancelled at gateway");
        assertThat(sql.sql("select count(*) from outbox").query(Integer.class).single())
                .isZero();
    }

    @Test
    void hasNothingToEndWhereNothingBegan() {
        var receipt = upi.push(upi.sample("edge-rejection-322-int").replace(":322,", ":\"322\","));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from contribution_recur")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesARejectionForAnotherReason() {
        var receipt = upi.push(upi.sample("edge-rejection-322-int").replace(":322,", ":300,"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(upi.lastError()).contains("was rejected");
    }

    @Test
    void refusesAPaymentOfNoGift() {
        var receipt = upi.pushSample("invalid-no-token-or-subscription");

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(upi.deadLetters()).containsExactly(upi.sample("invalid-no-token-or-subscription"));
    }

    private void gift(long id) {
        gifts.gift(id, "dlocal", "RECURRING DLOCAL " + id);
        gifts.with(id, "amount", "300").with(id, "currency", "INR").withToken(id, "UPI-KEY-31cd");
    }

    private void cancelled(long id) {
        gift(id);
        gifts.with(id, "status", "Cancelled");
    }
}
