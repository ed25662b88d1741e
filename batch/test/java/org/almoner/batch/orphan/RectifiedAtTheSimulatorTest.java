package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Fault;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Operation;
import org.almoner.simulator.State;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the pending payment to the donation: the real clients, at gateways that remember what was done to each payment. */
class RectifiedAtTheSimulatorTest {

    private static final RectifyingAlmoner ALMONER = new RectifyingAlmoner();
    private static final AtomicInteger VISITS = new AtomicInteger();

    @BeforeAll
    static void boot() {
        ALMONER.boot("--almoner.orphans.ask-again-after=1h").awaitStarted(); // not while a test looks
    }

    @AfterAll
    static void close() {
        ALMONER.close();
    }

    @AfterEach
    void repair() {
        ALMONER.simulator.repair("ingenico");
        ALMONER.simulator.repair("paypal");
        assertThat(effects(Effect.SECOND_CAPTURE)).isEmpty();
        assertThat(ALMONER.deadLetters()).isEmpty();
    }

    @Test
    void settlesEachByHowItStandsAtItsGateway() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String gateway : List.of("ingenico", "paypal_ec")) {
            expected.put(add(gateway, State.AUTHORISED), "DECIDED COMPLETE, resolved, CAPTURED, 1");
            expected.put(add(gateway, State.CAPTURED), "DECIDED COMPLETE, resolved, , 1");
            expected.put(add(gateway, State.REFUSED), "DECIDED FAILED, gone, , 0");
            expected.put(add(gateway, State.CANCELLED), "DECIDED FAILED, gone, , 0");
            expected.put(add(gateway, State.REFUNDED), "DECIDED FAILED, gone, , 0");
            expected.put(add(gateway, State.PENDING), "LEFT LEAVE, open, , 0");
            expected.put(addUnknown(gateway), "DECIDED FAILED, resolved, UNKNOWN_PAYMENT, 0");
        }
        expected.put(addRisky("ingenico"), "DECIDED CANCELLED, gone, CANCELLED, 0");
        expected.put(addRisky("paypal_ec"), "LEFT LEAVE, open, , 0"); // PayPal cannot be told to cancel

        eventually(() -> assertThat(becameOf(expected.keySet())).isEqualTo(expected));
    }

    @Test
    void tellsTheFrontEndsTablesWhatWasDone() {
        String captured = add("ingenico", State.AUTHORISED);
        String cancelled = addRisky("ingenico");

        eventually(() -> assertThat(outcome(captured)).isEqualTo("process complete"));
        eventually(() -> assertThat(outcome(cancelled)).isEqualTo("reject cancelled"));
    }

    @Test
    void beginsARecurringPaymentAtPayPalOnce() {
        String order = order();
        ALMONER.atGateway("paypal_ec", order, State.AUTHORISED);
        ALMONER.orphans.add(ALMONER.payment("paypal_ec", order).put("recurring", "1"));

        eventually(() -> assertThat(becameOf(order)).isEqualTo("DECIDED COMPLETE, resolved, , 0"));
        assertThat(effects(Effect.TOKENISED)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // what goes wrong at Ingenico and at PayPal when they are to capture
        "FAIL, DROP",
        "DROP, BROKEN",
        "BROKEN, PAGE",
        "PAGE, DELAY",
        "DELAY, FAIL",
    })
    void changesNothingWhileNoAnswerToACaptureComes(Fault.Kind ingenico, Fault.Kind paypal) {
        ALMONER.simulator.fault("ingenico", fault(ingenico).only(Operation.CAPTURE));
        ALMONER.simulator.fault("paypal", fault(paypal).only(Operation.CAPTURE));

        endsWellAfterAnOutage();
    }

    @ParameterizedTest
    @CsvSource({"FAIL, DROP", "BROKEN, PAGE"})
    void changesNothingWhileAGatewayIsAway(Fault.Kind ingenico, Fault.Kind paypal) {
        ALMONER.simulator.fault("ingenico", fault(ingenico));
        ALMONER.simulator.fault("paypal", fault(paypal));

        endsWellAfterAnOutage();
    }

    @Test
    void capturesOnceWhatAJobWantsCapturedToo() {
        var orders = IntStream.rangeClosed(1, 24)
                .mapToObj(n -> add("adyen", State.AUTHORISED))
                .toList();
        ALMONER.push("jobs-adyen", jobs(orders.subList(0, 8)));
        eventually(() -> assertThat(reasons(orders)).isNotEmpty()); // and now those that a run has found
        ALMONER.push("jobs-adyen", jobs(orders.subList(8, 24)));

        eventually(() -> assertThat(orders).allSatisfy(order -> assertThat(becameOf(order))
                .containsAnyOf("DECIDED COMPLETE, resolved, CAPTURED, 1", "LEFT LEAVE, open, CAPTURED, 0")));
        eventually(() -> assertThat(ALMONER.number("select sum(handled) from claim_receipt where queue = 'jobs-adyen'"))
                .isEqualTo(orders.size()));
        assertThat(orders).allSatisfy(order -> assertThat(calls(order)).containsExactly(Operation.CAPTURE));
    }

    private void endsWellAfterAnOutage() {
        var orders = Stream.of("ingenico", "paypal_ec", "ingenico", "paypal_ec")
                .map(gateway -> add(gateway, State.AUTHORISED))
                .toList();

        eventually(
                () -> assertThat(reasons(orders)).hasSize(orders.size()).containsOnly("the gateway was out of reach"));
        assertThat(orders)
                .allSatisfy(order -> assertThat(becameOf(order)).matches("LEFT (LEAVE|CAPTURE), open, (CAPTURED)?, 0"));

        ALMONER.simulator.repair("ingenico");
        ALMONER.simulator.repair("paypal");
        ALMONER.orphans.passTime();
        eventually(() -> assertThat(orders)
                .allSatisfy(order -> assertThat(becameOf(order)).isEqualTo("DECIDED COMPLETE, resolved, CAPTURED, 1")));
    }

    private static Fault fault(Fault.Kind kind) {
        return switch (kind) {
            case FAIL -> Fault.fail(500);
            case DELAY -> Fault.delay(Duration.ofSeconds(2)); // longer than we wait
            default -> Fault.of(kind);
        };
    }

    private static String add(String gateway, State state) {
        String order = order();
        ALMONER.add(gateway, order, state);
        return order;
    }

    private static String addUnknown(String gateway) {
        String order = order();
        ALMONER.orphans.add(ALMONER.payment(gateway, order));
        return order;
    }

    private static String addRisky(String gateway) {
        String order = order();
        ALMONER.sql
                .sql(
                        """
                        with known as (
                            insert into payments_fraud (contribution_tracking_id, gateway, order_id, validation_action,
                                payment_method, risk_score, server, date)
                            values (?, ?, ?, 'review', 'cc', 200, 'front1', now()) returning id)
                        insert into payments_fraud_breakdown select id, 'minfraud_filter', 200 from known
                        """)
                .params(VISITS.get(), gateway, order) // the visit of this order
                .update();
        ALMONER.add(gateway, order, State.AUTHORISED);
        return order;
    }

    private static String order() {
        return VISITS.incrementAndGet() + ".1";
    }

    private static List<String> jobs(List<String> orders) {
        return orders.stream()
                .map(order ->
                        """
                                {"class":"SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\ProcessCaptureRequestJob","payload":{
                                 "account":"SimulatedCOM","amount":5,"avsResult":"7","currency":"EUR","cvvResult":"1",
                                 "isSuccessfulAutoRescue":false,"merchantReference":"%s","paymentMethod":"visa",
                                 "processAutoRescueCapture":true,"pspReference":"%s"}}"""
                                .formatted(order, RectifyingAlmoner.idOf(order)))
                .toList();
    }

    private static Map<String, String> becameOf(Iterable<String> orders) {
        Map<String, String> became = new LinkedHashMap<>();
        orders.forEach(order -> became.put(order, becameOf(order)));
        return became;
    }

    private static String becameOf(String order) {
        return ALMONER.becameOf(order);
    }

    private static List<String> reasons(List<String> orders) {
        return ALMONER.sql
                .sql("select coalesce(reason, 'none') from orphan where order_id in (:orders)")
                .param("orders", orders)
                .query(String.class)
                .list();
    }

    private static String outcome(String order) {
        return ALMONER.sql
                .sql(
                        "select validation_action || ' ' || payments_final_status from payments_initial where order_id = ?")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private static List<Operation> calls(String order) {
        return ALMONER.simulator.calls().stream()
                .filter(call -> call.payment().equals(RectifyingAlmoner.idOf(order)))
                .map(LoggedCall::operation)
                .toList();
    }

    private static List<LoggedCall> effects(Effect effect) {
        return ALMONER.simulator.calls().stream()
                .filter(call -> call.effect() == effect)
                .toList();
    }

    private static void eventually(ThrowingRunnable asserted) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(asserted);
    }
}
