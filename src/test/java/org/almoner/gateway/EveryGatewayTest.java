package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Event;
import org.almoner.simulator.Fault;
import org.almoner.simulator.Forgery;
import org.almoner.simulator.Operation;
import org.almoner.simulator.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway tells our listener ends in the row it is about, once, if it is the gateway's own; and else nowhere. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(Lifecycle.PER_CLASS)
class EveryGatewayTest {

    private static final String DELETE_PENDING =
            """
            {"class":"\\\\SmashPig\\\\Core\\\\Jobs\\\\DeletePendingJob","payload":{"gateway":"%s","order_id":"%s"}}""";

    private SimulatedWorld world;

    @BeforeAll
    void begin() {
        world = new SimulatedWorld();
    }

    /** What was refused a gateway sends again. */
    @AfterEach
    void forget() {
        world.gateways().forget();
    }

    @AfterAll
    void end() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal"})
    void keepsWhatWasPaidOnceHoweverOftenItIsTold(String gateway) {
        int replayed = world.replayed(gateway);
        var payment = world.begun(gateway, "").in(State.CAPTURED);

        int told = world.tell(payment, Event.CAPTURED);
        world.awaitDonation(payment);
        world.gateways().replay(told);

        world.eventually("select sum(replayed) > ? from notification where gateway = ?", replayed, gateway);
        assertThat(world.donation(payment))
                .containsEntry("gateway", SimulatedWorld.nameOf(gateway))
                .containsEntry("gateway_txn_id", payment.id())
                .containsEntry("given", "12.50 USD")
                .containsEntry("status", "Completed");
        assertThat(world.count("contribution where order_id = ?", payment.order()))
                .isOne();
        assertThat(world.dead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "gravy"})
    void capturesWhatWasAuthorisedOnce(String gateway) {
        var payment = world.begun(gateway, "");

        world.gateways().replay(world.tell(payment, Event.AUTHORISED));
        world.awaitDonation(payment);

        assertThat(world.effects(payment)).containsExactly(Effect.CAPTURED);
        assertThat(world.donation(payment)).containsEntry("gateway_txn_id", payment.id());
        assertThat(world.dead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "adyen,     REFUNDED,     Refunded",
        "adyen,     CHARGED_BACK, Chargeback",
        "amazon,    REFUNDED,     Refunded",
        "braintree, CHARGED_BACK, Chargeback",
        "dlocal,    REFUNDED,     Refunded",
        "dlocal,    CHARGED_BACK, Chargeback",
        "gravy,     REFUNDED,     Refunded",
        "ingenico,  REFUNDED,     Refunded",
        "ingenico,  CHARGED_BACK, Chargeback",
        "paypal,    REFUNDED,     Refunded",
        "paypal,    CHARGED_BACK, Chargeback",
    })
    void takesBackWhatWentBackOnce(String gateway, Event event, String status) {
        int replayed = world.replayed(gateway);
        var payment = world.begun(gateway, "").in(State.CAPTURED);
        world.tell(payment, Event.CAPTURED);
        world.awaitDonation(payment);

        int told = world.tell(payment.in(State.REFUNDED), event);
        world.eventually("select status = ? from contribution where order_id = ?", status, payment.order());
        world.gateways().replay(told);

        world.eventually("select sum(replayed) > ? from notification where gateway = ?", replayed, gateway);
        assertThat(world.count(
                        "contribution where parent_contribution_id = (select id from contribution where order_id = ?)",
                        payment.order()))
                .isZero();
        assertThat(world.dead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "adyen,     WRONG_KEY, FORGED, 403",
        "amazon,    WRONG_KEY, FORGED, 200", // whose certificate is fetched afterwards
        "amazon,    OLD,       STALE,  403",
        "braintree, WRONG_KEY, FORGED, 403",
        "dlocal,    WRONG_KEY, FORGED, 403",
        "dlocal,    EARLY,     STALE,  403",
        "gravy,     WRONG_KEY, FORGED, 403",
        "ingenico,  WRONG_KEY, FORGED, 403",
        "paypal,    ALTERED,   FORGED, 200", // who is asked afterwards
    })
    void keepsWhatIsForgedAsEvidenceAndDoesNothing(String gateway, Forgery forgery, String verdict, int answer) {
        int before = world.count("notification where gateway = ? and verdict = ?", gateway, verdict);
        var payment = world.begun(gateway, "").in(State.CAPTURED);
        world.gateways().put(payment);

        int number = world.gateways().tell(payment, Event.CAPTURED, forgery).orElseThrow();

        world.eventually(
                "select count(*) > ? from notification where gateway = ? and verdict = ? and length(body) > 0",
                before,
                gateway,
                verdict);
        await().until(() -> world.answerTo(number) == answer);
        assertThat(world.count("gateway_news where gateway_txn_id = ?", payment.id()))
                .isZero();
        assertThat(world.count("contribution where order_id = ?", payment.order()))
                .isZero();
        assertThat(world.count("pending_payment where order_id = ? and resolved_at is null", payment.order()))
                .isOne();
    }

    @Test
    void believesPayPalsWebhooksByTheirCertificate() {
        var payment = world.begun("paypal", "").in(State.CAPTURED);
        world.gateways().put(payment);
        int forged = world.count("notification where gateway = 'paypal' and verdict = 'FORGED'");

        world.gateways().tellByWebhook(payment, Event.CAPTURED, Forgery.WRONG_KEY);
        world.eventually(
                "select count(*) > ? from notification where gateway = 'paypal' and verdict = 'FORGED'", forged);
        assertThat(world.count("contribution where order_id = ?", payment.order()))
                .isZero();
        world.gateways().tellByWebhook(payment, Event.CAPTURED, Forgery.NONE);

        world.awaitDonation(payment);
        assertThat(world.donation(payment)).containsEntry("gateway_txn_id", payment.id());
    }

    @Test
    void beginsARecurringGiftOnceItsContractIsTold() {
        var payment = world.begun("adyen", "\"recurring\":1,\"payment_submethod\":\"rtbt_ideal\"")
                .paidBy("ideal", "token");

        world.tell(payment, Event.AUTHORISED); // which has captured it already
        world.eventually("select count(*) = 1 from gateway_news where order_id = ?", payment.order());
        world.tell(payment, Event.TOKENISED);
        world.awaitDonation(payment);

        assertThat(world.row(
                        """
                        select gift.gateway, gift.amount, gift.status, token.token is not null as is_permitted
                        from contribution
                            join contribution_recur as gift on gift.id = contribution_recur_id
                            join payment_token as token on token.id = payment_token_id
                        where order_id = ?
                        """,
                        payment.order()))
                .containsEntry("gateway", "adyen")
                .containsEntry("is_permitted", true);
        assertThat(world.dead()).isEmpty();
    }

    @Test
    void triesAgainOnceWhatAmazonDidNotAuthoriseInTime() {
        var payment = world.begun("amazon", "").in(State.REFUSED).paidBy("slow", "token");
        String permission = payment.id().replaceFirst("-C.*", "");
        world.gateways()
                .fault(
                        "amazon",
                        Fault.of(Fault.Kind.DROP).only(Operation.CAPTURE).times(1)); // so that it is asked twice

        world.gateways().replay(world.tell(payment, Event.REFUSED));
        world.awaitDonation(payment);

        world.eventually(
                "select count(*) = 1 from gateway_call where key = ? and outcome = 'DONE' and tries > 1",
                "retry:amazon:" + permission);
        assertThat(world.gateways().calls())
                .filteredOn(call -> call.payment().startsWith(permission) && call.effect() == Effect.CAPTURED)
                .hasSize(1);
        assertThat(world.donation(payment))
                .extractingByKey("gateway_txn_id")
                .asString()
                .startsWith(permission)
                .isNotEqualTo(payment.id());
        world.eventually(
                "select count(*) = 1 from gateway_call where key = ? and outcome = 'DONE'",
                "close:amazon:" + permission);
        assertThat(world.dead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal"})
    void resolvesWhatAJobSaysIsNotPendingAnyMore(String gateway) {
        var payment = world.begun(gateway, "");

        world.push("jobs-" + gateway, DELETE_PENDING.formatted(SimulatedWorld.nameOf(gateway), payment.order()));

        world.eventually("select resolved_at is not null from pending_payment where order_id = ?", payment.order());
    }
}
