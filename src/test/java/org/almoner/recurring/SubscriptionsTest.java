package org.almoner.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.almoner.money.Money;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class SubscriptionsTest {

    private static final Instant START = Instant.parse("2026-09-30T08:40:00Z");
    private static final Money AMOUNT = new Money(new BigDecimal("10.00"), "USD");

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SubscriptionPayments payments;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void contact() {
        sql.sql("insert into contact (id, created_at, updated_at) values (7, now(), now())")
                .update();
    }

    @Test
    void keepsWhatBegins() {
        long id = start("I-7KX2", null);

        assertThat(subscriptions.byId(id))
                .contains(new Subscription(
                        id,
                        7,
                        "adyen",
                        "I-7KX2",
                        AMOUNT,
                        new Schedule(FrequencyUnit.MONTH, 30),
                        Status.PENDING,
                        START,
                        null,
                        "Credit Card: Visa"));
        assertThat(sql.sql("select count(*) from payment_token")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsATokenOnceForAllThatItPays() {
        long first = start("first", "TOKEN");
        long second = start("second", "TOKEN");

        assertThat(sql.sql("select distinct token.token from contribution_recur join payment_token as token "
                                + "on token.id = payment_token_id where contribution_recur.id in (?, ?)")
                        .params(first, second)
                        .query(String.class)
                        .list())
                .containsExactly("TOKEN");
    }

    @Test
    void findsByTheNameOfTheGatewayFirst() {
        long ours = start("I-7KX2", null);

        assertThat(subscriptions.bySubscrId("paypal_ec", "I-7KX2")).hasValueSatisfying(hasId(ours));
        assertThat(subscriptions.bySubscrId("adyen", "I-8")).isEmpty();
    }

    @Test
    void findsATransactionByItsLongName() {
        long id = start(Subscriptions.trxnId("adyen", "LX9P2C7VN4KQ8M32"), null);

        assertThat(subscriptions.bySubscrId("adyen", "LX9P2C7VN4KQ8M32")).hasValueSatisfying(hasId(id));
    }

    @Test
    void findsByTokenAndAmountTheGiftThatGoesOn() {
        long goesOn = start("first", "TOKEN");
        long cancelled = start("second", "TOKEN");
        sql.sql("update contribution_recur set status = 'Cancelled' where id = ?")
                .param(cancelled)
                .update();

        assertThat(subscriptions.byToken("adyen", "TOKEN", AMOUNT)).hasValueSatisfying(hasId(goesOn));
        assertThat(subscriptions.byToken("adyen", "TOKEN")).hasValueSatisfying(hasId(goesOn));
        assertThat(subscriptions.byToken("adyen", "TOKEN", AMOUNT.with(BigDecimal.ONE)))
                .isEmpty();
        assertThat(subscriptions.byToken("dlocal", "TOKEN")).isEmpty();
    }

    @Test
    void goesOnWhenItWasPaidAfterItsCancellation() {
        long id = cancelled(START.plusSeconds(60));

        payments.paid(subscriptions.byId(id).orElseThrow(), START.plusSeconds(120));

        assertThat(subscriptions.byId(id)).hasValueSatisfying(gift -> {
            assertThat(gift.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(gift.nextScheduledAt()).isEqualTo("2026-10-30T08:42:00Z");
        });
    }

    @Test
    void staysCancelledWhenItWasPaidBefore() {
        long id = cancelled(START.plusSeconds(120));

        payments.reactivate(id, START.plusSeconds(60));
        payments.paid(subscriptions.byId(id).orElseThrow(), START.plusSeconds(60));

        assertThat(subscriptions.byId(id))
                .hasValueSatisfying(gift -> assertThat(gift.status()).isEqualTo(Status.CANCELLED));
    }

    private long cancelled(Instant at) {
        long id = start("I-7KX2", null);
        sql.sql("update contribution_recur set status = 'Cancelled', cancelled_at = ?::timestamptz where id = ?")
                .params(at.toString(), id)
                .update();
        return id;
    }

    private long start(String subscrId, @Nullable String token) {
        return subscriptions.start(new NewSubscription(
                7,
                "adyen",
                subscrId,
                AMOUNT,
                FrequencyUnit.MONTH,
                START,
                START,
                START,
                null,
                null,
                "Credit Card: Visa",
                null,
                new Mandate(token, null, null, null, null)));
    }

    private static Consumer<Subscription> hasId(long id) {
        return gift -> assertThat(gift.id()).isEqualTo(id);
    }
}
