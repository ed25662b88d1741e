package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.ReportFolder;
import org.almoner.gateway.SafeFetch;
import org.almoner.money.Money;
import org.almoner.simulator.Effect;
import org.almoner.simulator.Fault;
import org.almoner.simulator.LoggedCall;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Adyen's client in the words of its documentation, which the simulator speaks. */
@AlmonerTest
class AdyenGatewayTest {

    @Autowired
    GatewayHttp http;

    @Autowired
    SafeFetch fetch;

    @Autowired
    ReportFolder reports;

    @Autowired
    GatewayJson json;

    Simulator simulator;
    AdyenGateway adyen;

    @BeforeEach
    void start() {
        simulator = Simulator.start(0);
        var settings = new Binder(new MapConfigurationPropertySource(simulator.settings()))
                .bind("almoner.gateway.adyen", AdyenSettings.class)
                .get();
        adyen = new AdyenGateway(settings, http, fetch, reports, json);
        simulator.put(Payment.authorised("adyen", "A1", "7.1", "12.50", "EUR"));
        simulator.put(Payment.authorised("adyen", "A2", "7.2", "1250", "JPY"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void capturesInTheSmallestCoin() {
        var answer = adyen.capture(call("A1", "7.1", money("12.50", "EUR")));
        adyen.capture(call("A2", "7.2", money("1250", "JPY")));

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.detail().path("gateway_txn_id").asText()).isEqualTo("A1");
        assertThat(captured("A1")).isEqualByComparingTo("12.50");
        assertThat(captured("A2")).isEqualByComparingTo("1250");
    }

    @Test
    void asksAgainUnderTheSameKey() {
        var call = call("A1", "7.1", money("12.50", "EUR"));

        adyen.capture(call);
        adyen.capture(call);

        assertThat(simulator.calls().stream().map(LoggedCall::effect))
                .containsExactly(Effect.CAPTURED, Effect.SAME_ANSWER);
    }

    @Test
    void cancelsAndRefunds() {
        assertThat(adyen.cancel(call("A2", "7.2", null)).isDone()).isTrue();
        adyen.capture(call("A1", "7.1", money("12.50", "EUR")));
        var refund = adyen.refund(call("A1", "7.1", money("2.50", "EUR")));

        assertThat(refund.detail().path("gateway_refund_id").asText()).isNotEmpty();
        assertThat(simulator.calls().stream().map(LoggedCall::effect))
                .containsExactly(Effect.CANCELLED, Effect.CAPTURED, Effect.REFUNDED);
    }

    @Test
    void findsTheTokenOfADonor() {
        assertThat(adyen.tokenise(of("7.1"))
                        .detail()
                        .path("recurring_payment_token")
                        .asText())
                .isEqualTo("token-A1");
        assertThat(adyen.tokenise(of("8.1")).outcome()).isEqualTo(GatewayAnswer.Outcome.REFUSED);
    }

    @Test
    void hasAnErrorToldByWhoeverAsks() {
        assertThatExceptionOfType(RestClientResponseException.class)
                .isThrownBy(() -> adyen.capture(call("A9", "7.9", money("1", "EUR"))))
                .matches(error -> error.getStatusCode().value() == 422);
        simulator.fault("adyen", Fault.of(Fault.Kind.PAGE));
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> adyen.capture(call("A1", "7.1", money("12.50", "EUR"))));
    }

    @Test
    void isAskedNothingWithoutAnAccount() {
        var none = new AdyenGateway(
                new AdyenSettings("", Map.of(), List.of(), "", "", false, List.of(), List.of(), Set.of()),
                http,
                fetch,
                reports,
                json);

        assertThatExceptionOfType(GatewayFailure.class)
                .isThrownBy(() -> none.capture(call("A1", "7.1", money("12.50", "EUR"))))
                .withMessageContaining("not configured");
        assertThat(none.status(call("A1", "7.1", null)).outcome()).isEqualTo(GatewayAnswer.Outcome.REFUSED);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void fetchesNothingThatIsNoReportOfAdyens() {
        var context = JsonNodeFactory.instance.objectNode().put("report_url", "https://127.0.0.1/reports/a.csv");
        var call = new GatewayCall(
                "k", "adyen", null, Ask.FETCH, PaymentReference.of(null, null), null, "adyen-report", context);

        assertThatExceptionOfType(GatewayRefusal.class).isThrownBy(() -> adyen.fetch(call));
    }

    private BigDecimal captured(String payment) {
        return simulator.payment("adyen", payment).orElseThrow().captured();
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static GatewayCall call(String payment, String order, @Nullable Money amount) {
        return new GatewayCall(
                payment + ":" + amount,
                "adyen",
                null,
                Ask.CAPTURE,
                PaymentReference.of(order, payment),
                amount,
                "adyen-capture",
                JsonNodeFactory.instance.objectNode());
    }

    private static GatewayCall of(String donor) {
        var context = JsonNodeFactory.instance.objectNode().put("processor_contact_id", donor);
        return new GatewayCall(
                "k", "adyen", null, Ask.TOKENISE, PaymentReference.of(donor, "A1"), null, "adyen-token", context);
    }
}
