package org.almoner.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every gateway, by the example of Adyen. */
class SimulatorTest {
    private static final String CAPTURES = "/adyen/v71/payments/PSP1/captures";
    private static final String AMOUNT =
            """
            {"merchantAccount": "SimulatedCOM", "reference": "1.1", "amount": {"currency": "EUR", "value": 1250}}
            """;

    @RegisterExtension
    private final TestGateways gateways = new TestGateways();

    @BeforeEach
    void anAuthorisedPayment() {
        gateways.simulator().put(Payment.authorised("adyen", "PSP1", "1.1", "12.50", "EUR"));
    }

    @Test
    void capturesOnce() {
        var reply = capture("key-1");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/status")).isEqualTo("received");
        assertThat(reply.text("/paymentPspReference")).isEqualTo("PSP1");
        assertThat(payment().state()).isEqualTo(State.CAPTURED);
        assertThat(payment().captured()).isEqualByComparingTo("12.50");
        assertThat(effects()).containsExactly(Effect.CAPTURED);
    }

    @Test
    void answersTheSameKeyTheSameAndDoesNothing() {
        var first = capture("key-1");
        var second = capture("key-1");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(effects()).containsExactly(Effect.CAPTURED, Effect.SAME_ANSWER);
    }

    @Test
    void writesDownASecondCaptureWithAnotherKey() {
        capture("key-1");
        capture("key-2");

        assertThat(effects()).containsExactly(Effect.CAPTURED, Effect.SECOND_CAPTURE);
        assertThat(gateways.simulator().calls()).extracting(LoggedCall::key).containsExactly("key-1", "key-2");
        assertThat(payment().captured()).isEqualByComparingTo("12.50");
    }

    @Test
    void believesNobodyWithoutTheRightKey() {
        var reply = gateways.post(CAPTURES, AMOUNT, "X-API-Key", "another", "Idempotency-Key", "key-1");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(payment().state()).isEqualTo(State.AUTHORISED);
        assertThat(effects()).containsExactly(Effect.UNAUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429})
    void failsWhenToldToAndDoesNothing(int status) {
        gateways.simulator().fault("adyen", Fault.fail(status).times(1));

        assertThat(capture("key-1").status()).isEqualTo(status);
        assertThat(payment().state()).isEqualTo(State.AUTHORISED);

        assertThat(capture("key-1").status()).isEqualTo(201); // a failure is not what the key answers from then on
        assertThat(effects()).containsExactly(Effect.FAILED, Effect.CAPTURED);
    }

    @Test
    void cutsTheConnectionAfterTheEffect() {
        gateways.simulator().fault("adyen", Fault.of(Fault.Kind.DROP).times(1));

        assertThat(capture("key-1").status()).isZero();
        assertThat(payment().state()).isEqualTo(State.CAPTURED);

        assertThat(capture("key-1").status()).isEqualTo(201);
        assertThat(effects()).containsExactly(Effect.CAPTURED, Effect.SAME_ANSWER);
    }

    @Test
    void takesItsTime() {
        gateways.simulator().fault("adyen", Fault.delay(Duration.ofMillis(300)));
        var start = System.nanoTime();

        capture("key-1");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void answersNonsenseAfterTheEffect() {
        gateways.simulator().fault("adyen", Fault.of(Fault.Kind.BROKEN).times(1));
        assertThat(capture("key-1").body()).startsWith("{").doesNotEndWith("}");

        gateways.simulator().fault("adyen", Fault.of(Fault.Kind.PAGE).times(1));
        assertThat(capture("key-1").body()).startsWith("<html>");

        assertThat(payment().state()).isEqualTo(State.CAPTURED);
    }

    @Test
    void goesWrongOnlyWhereItIsToldTo() {
        gateways.simulator().fault("adyen", Fault.fail(500).only(Operation.REFUND));

        assertThat(capture("key-1").status()).isEqualTo(201);
    }

    @Test
    void isToldAndAskedByHttp() {
        gateways.post(
                "/simulator/payments",
                """
                {"gateway": "dlocal", "id": "D-1", "order": "2.1", "amount": "10", "currency": "BRL", "state": "pending"}
                """);
        gateways.post("/simulator/faults/adyen", "{\"kind\": \"fail\", \"status\": 503}");
        capture("key-1");

        assertThat(gateways.get("/simulator/payments").json().findValuesAsText("state"))
                .containsExactly("AUTHORISED", "PENDING");
        var call = gateways.get("/simulator/calls").json().get(0);
        assertThat(call.get("gateway").asText()).isEqualTo("adyen");
        assertThat(call.get("operation").asText()).isEqualTo("CAPTURE");
        assertThat(call.get("payment").asText()).isEqualTo("PSP1");
        assertThat(call.get("status").asInt()).isEqualTo(503);

        assertThat(gateways.send("DELETE", "/simulator/faults/adyen", "").status())
                .isEqualTo(204);
        assertThat(capture("key-1").status()).isEqualTo(201);
        gateways.send("DELETE", "/simulator", "");
        assertThat(gateways.get("/simulator/calls").json()).isEmpty();
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        assertThat(gateways.post("/simulator/payments", "{\"gateway\": \"adyen\"}")
                        .body())
                .contains("the field id is missing");
        assertThat(gateways.post("/simulator/faults/adyen", "{\"kind\": \"sulk\"}")
                        .status())
                .isEqualTo(400);
        assertThat(gateways.get("/simulator/nothing").status()).isEqualTo(404);
    }

    @Test
    void connectsAnApplicationToEveryGateway() {
        assertThat(gateways.simulator().settings())
                .hasSizeGreaterThan(20)
                .containsEntry(
                        "almoner.gateway.dlocal.url", gateways.simulator().url() + "/dlocal");
    }

    private TestGateways.Reply capture(String key) {
        return gateways.post(CAPTURES, AMOUNT, "X-API-Key", SimulatedAdyen.API_KEY, "Idempotency-Key", key);
    }

    private Payment payment() {
        return gateways.simulator().payment("adyen", "PSP1").orElseThrow();
    }

    private List<Effect> effects() {
        return gateways.simulator().calls().stream().map(LoggedCall::effect).toList();
    }
}
