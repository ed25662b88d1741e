package org.almoner.gateway.dlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.TestGateway;
import org.almoner.gateway.Verdict;
import org.almoner.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClientException;

class DLocalGatewayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-02T10:40:00Z"), ZoneOffset.UTC);

    private final TestGateway dlocal = new TestGateway();
    private final DLocalSettings settings =
            new DLocalSettings(dlocal.url(), "ourlogin", "key", List.of("current-secret"));
    private final DLocalGateway gateway = new DLocalGateway(settings, TestGateway.http(), TestGateway.json(), CLOCK);

    @AfterEach
    void stop() {
        dlocal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, COMPLETE",
        "AUTHORIZED, PENDING_POKE",
        "PENDING, PENDING",
        "CANCELLED, CANCELLED",
        "REJECTED, FAILED"
    })
    void saysWhatAPaymentHasComeTo(String status, String state) {
        dlocal.says("GET /payments/D-4", payment("D-4", status));

        var detail = gateway.status(call(Ask.STATUS)).detail();

        assertThat(detail.path("state").textValue()).isEqualTo(state);
        assertThat(detail.path("amount").decimalValue()).isEqualByComparingTo("300.5");
        assertThat(detail.path("recurring_payment_token").textValue()).isEqualTo("W-1");
        assertThat(detail.path("donor").path("email").textValue()).isEqualTo("asha@example.in");
    }

    @Test
    void capturesWithAKeyThatIsTheSameEachTime() {
        dlocal.says("POST /payments", payment("D-5", "PAID"));

        var answer = gateway.capture(call(Ask.CAPTURE));
        gateway.capture(call(Ask.CAPTURE));

        assertThat(answer.detail().path("gateway_txn_id").textValue()).isEqualTo("D-5");
        assertThat(dlocal.lastAsked().body())
                .isEqualTo(
                        "{\"amount\":300.50,\"currency\":\"INR\",\"authorization_id\":\"D-4\",\"order_id\":\"7.1\"}");
        assertThat(dlocal.asked().stream().map(asked -> asked.headers().getFirst("X-Idempotency-Key")))
                .containsOnly(call(Ask.CAPTURE).idempotencyKey());
    }

    @Test
    void signsWhatItSends() {
        dlocal.says("POST /refunds", "{\"id\":\"REF-1\",\"status\":\"SUCCESS\"}");

        var answer = gateway.refund(call(Ask.REFUND));

        var asked = dlocal.lastAsked();
        var sent = SentNotification.to("dlocal", asked.body())
                .with("x-login", asked.headers().getFirst("X-Login"))
                .with("x-date", asked.headers().getFirst("X-Date"))
                .with("authorization", asked.headers().getFirst("Authorization"));
        assertThat(answer.detail().path("gateway_refund_id").textValue()).isEqualTo("REF-1");
        assertThat(new DLocalVerifier(settings).verify(sent.received())).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void takesANoForANo() {
        dlocal.says("POST /payments/D-4/cancel", payment("D-4", "PAID"));

        assertThat(gateway.cancel(call(Ask.CANCEL)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void findsTheTokenInThePayment() {
        dlocal.says("GET /payments/D-4", payment("D-4", "PAID"));

        GatewayAnswer answer = gateway.tokenise(call(Ask.TOKENISE));

        assertThat(answer.detail().path("recurring_payment_token").textValue()).isEqualTo("W-1");
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, {}",
        "200, text/html, <html>",
        "200, application/json, {\"id\":",
        "200, application/json, {}"
    })
    void knowsNonsense(int status, String type, String body) {
        dlocal.says("GET /payments/D-4", status, type, body);

        assertThatThrownBy(() -> gateway.status(call(Ask.STATUS))).isInstanceOf(RestClientException.class);
    }

    @Test
    void asksNobodyWithoutCredentials() {
        var unknown = new DLocalGateway(
                new DLocalSettings(dlocal.url(), "", "", List.of()), TestGateway.http(), TestGateway.json(), CLOCK);

        assertThatThrownBy(() -> unknown.status(call(Ask.STATUS)))
                .isExactlyInstanceOf(GatewayFailure.class)
                .hasMessage("dlocal is not configured");
        assertThat(dlocal.asked()).isEmpty();
    }

    @Test
    void keepsItsSecretsToItself() {
        assertThat(settings.toString()).doesNotContain("secret", "key", "ourlogin");
    }

    private static GatewayCall call(Ask ask) {
        return TestGateway.call("dlocal", ask, "D-4", new Money(new BigDecimal("300.50"), "INR"));
    }

    private static String payment(String id, String status) {
        return """
               {"id":"%s","status":"%s","amount":300.50,"currency":"INR","order_id":"7.1","card":{"card_id":"C-1"},
                "wallet":{"token":"W-1"},"payer":{"name":"Asha Rao","email":"asha@example.in"}}"""
                .formatted(id, status);
    }
}
