package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Fault;
import org.almoner.simulator.Operation;
import org.almoner.simulator.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Whole applications are killed while they ask gateways about orphans, and while gateways capture them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class OrphanKillTest {

    private static final int PAYMENTS = 48;
    private static final String SOON = "--almoner.orphans.ask-again-after=1s";

    /** Of six payments three wait to be captured. */
    private static final State[] STATES = {
        State.AUTHORISED, State.CAPTURED, State.AUTHORISED, State.REFUSED, State.AUTHORISED, State.PENDING
    };

    private static final Map<State, String> ENDS = Map.of(
            State.AUTHORISED, "DECIDED COMPLETE, resolved, CAPTURED, 1",
            State.CAPTURED, "DECIDED COMPLETE, resolved, , 1",
            State.REFUSED, "DECIDED FAILED, gone, , 0",
            State.PENDING, "LEFT LEAVE, open, , 0");

    @Test
    void settlesEachPaymentOnce() {
        try (var almoner = new RectifyingAlmoner()) {
            loseSomeAnswers(almoner, "ingenico");
            loseSomeAnswers(almoner, "paypal");
            var first = almoner.boot(SOON);
            var second = almoner.boot(SOON);
            first.awaitStarted();
            second.awaitStarted();

            var payments = begin(almoner);
            awaitCalls(almoner, PAYMENTS / 2);
            first.close(); // kill -9
            awaitCalls(almoner, PAYMENTS);
            second.close();
            almoner.boot(SOON).awaitStarted();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(ends(almoner, payments)).isEqualTo(expected(payments)));
            assertThat(almoner.simulator.calls()).noneMatch(call -> call.effect() == Effect.SECOND_CAPTURE);
            assertThat(almoner.deadLetters()).isEmpty();
            assertThat(almoner.number("select sum(duplicate) from claim_receipt where queue = 'donations'"))
                    .isZero();
        }
    }

    private static void loseSomeAnswers(RectifyingAlmoner almoner, String gateway) {
        almoner.simulator.fault(
                gateway,
                Fault.of(Fault.Kind.DROP)
                        .only(Operation.CAPTURE)
                        .times(4)); // more, and the account would be left alone
    }

    /** What each is at its gateway, by its order. */
    private static Map<String, State> begin(RectifyingAlmoner almoner) {
        Map<String, State> payments = new LinkedHashMap<>();
        for (int n = 1; n <= PAYMENTS; n++) {
            String order = n + ".1";
            var state = STATES[n % STATES.length];
            almoner.add(n % 4 < 2 ? "ingenico" : "paypal_ec", order, state);
            payments.put(order, state);
        }
        return payments;
    }

    private static void awaitCalls(RectifyingAlmoner almoner, int calls) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> almoner.simulator.calls().size() >= calls);
    }

    private static Map<String, String> ends(RectifyingAlmoner almoner, Map<String, State> payments) {
        Map<String, String> ends = new LinkedHashMap<>();
        payments.keySet().forEach(order -> ends.put(order, almoner.becameOf(order)));
        return ends;
    }

    private static Map<String, String> expected(Map<String, State> payments) {
        Map<String, String> expected = new LinkedHashMap<>();
        payments.forEach((order, state) -> expected.put(order, ENDS.get(state)));
        return expected;
    }
}
