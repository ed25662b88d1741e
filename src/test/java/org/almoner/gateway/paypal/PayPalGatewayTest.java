package org.almoner.gateway.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.TestHttp;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.HttpClientErrorException;

class PayPalGatewayTest {

    private static final String ORDER =
            """
            {"id":"EC-1","status":"%s","payer":{"name":{"given_name":"Rowan","surname":"Blake"},"payer_id":"P1",
             "email_address":"rowan@example.net","address":{"country_code":"US"}},
             "purchase_units":[{"amount":{"currency_code":"USD","value":"5.00"},"payments":{%s}}]}""";
    private static final String CAPTURE =
            "{\"id\":\"C7\",\"status\":\"%s\",\"amount\":{\"currency_code\":\"USD\",\"value\":\"5.00\"}}";

    private final TestHttp http = new TestHttp();

    @BeforeEach
    void begin() {
        http.answers("POST /v1/oauth2/token", 200, "{\"access_token\":\"A21\",\"expires_in\":32400}");
    }

    @AfterEach
    void end() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED,   ,                    PENDING",
        "APPROVED,  ,                    PENDING_POKE",
        "VOIDED,    ,                    CANCELLED",
        "COMPLETED, COMPLETED,           COMPLETE",
        "COMPLETED, PARTIALLY_REFUNDED,  COMPLETE",
        "COMPLETED, REFUNDED,            REFUNDED",
        "COMPLETED, PENDING,             PENDING",
        "COMPLETED, DECLINED,            FAILED",
    })
    void saysWhatBecameOfAnOrder(String status, @Nullable String capture, String state) {
        http.answers("GET /v2/checkout/orders/EC-1", 200, ORDER.formatted(status, captures(capture)));

        var answer = gateway().status(call(Ask.STATUS, null, "EC-1"));

        assertThat(answer.detail().path("state").asText()).isEqualTo(state);
        assertThat(answer.detail().at("/donor/email").asText()).isEqualTo("rowan@example.net");
        assertThat(answer.detail().at("/donor/first_name").asText()).isEqualTo("Rowan");
        assertThat(answer.detail().path("gateway_txn_id").asText("")).isEqualTo(capture == null ? "" : "C7");
        assertThat(http.asked().get(1).header("Authorization")).isEqualTo("Bearer A21");
    }

    @Test
    void saysWhatBecameOfACapture() {
        http.answers("GET /v2/payments/captures/C7", 200, CAPTURE.formatted("COMPLETED"));

        assertThat(gateway()
                        .status(call(Ask.STATUS, "C7", null))
                        .detail()
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETE");
    }

    @Test
    void capturesAnOrderWithAKeyOfItsOwn() {
        http.answers("POST /v2/checkout/orders/EC-1/capture", 201, ORDER.formatted("COMPLETED", captures("COMPLETED")));
        var call = call(Ask.CAPTURE, null, "EC-1");

        var answer = gateway().capture(call);

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.detail().path("gateway_txn_id").asText()).isEqualTo("C7");
        assertThat(http.asked().get(1).header("Paypal-request-id")).isEqualTo(call.idempotencyKey());
    }

    @Test
    void capturesAnAuthorization() {
        http.answers("POST /v2/payments/authorizations/A7/capture", 201, CAPTURE.formatted("COMPLETED"));

        var answer = gateway().capture(call(Ask.CAPTURE, "A7", null));

        assertThat(answer.detail().path("gateway_txn_id").asText()).isEqualTo("C7");
        assertThat(http.asked().get(1).body()).isEqualTo("{\"amount\":{\"currency_code\":\"JPY\",\"value\":\"500\"}}");
    }

    @Test
    void findsWhatWasCapturedBefore() {
        http.answers(
                "POST /v2/checkout/orders/EC-1/capture", 422, "{\"details\":[{\"issue\":\"ORDER_ALREADY_CAPTURED\"}]}");
        http.answers("GET /v2/checkout/orders/EC-1", 200, ORDER.formatted("COMPLETED", captures("COMPLETED")));

        assertThat(gateway().capture(call(Ask.CAPTURE, null, "EC-1")).isDone()).isTrue();
    }

    @Test
    void capturesNothingThatPayPalRefuses() {
        http.answers(
                "POST /v2/checkout/orders/EC-1/capture", 422, "{\"details\":[{\"issue\":\"INSTRUMENT_DECLINED\"}]}");

        assertThatThrownBy(() -> gateway().capture(call(Ask.CAPTURE, null, "EC-1")))
                .isInstanceOf(HttpClientErrorException.class);
    }

    @Test
    void takesACaptureThatWaitsForNone() {
        http.answers("POST /v2/checkout/orders/EC-1/capture", 201, ORDER.formatted("COMPLETED", captures("PENDING")));

        assertThat(gateway().capture(call(Ask.CAPTURE, null, "EC-1")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void voidsAnAuthorizationIfThereIsOne() {
        http.answers(
                "GET /v2/checkout/orders/EC-1",
                200,
                ORDER.formatted("APPROVED", "\"authorizations\":[{\"id\":\"A7\"}]"));
        http.answers("POST /v2/payments/authorizations/A7/void", 204, "");
        http.answers("GET /v2/checkout/orders/EC-2", 200, ORDER.formatted("APPROVED", ""));

        assertThat(gateway().cancel(call(Ask.CANCEL, null, "EC-1")).isDone()).isTrue();
        assertThat(gateway().cancel(call(Ask.CANCEL, null, "EC-2")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void refundsACapture() {
        http.answers("POST /v2/payments/captures/C7/refund", 201, "{\"id\":\"R7\",\"status\":\"COMPLETED\"}");

        var answer = gateway().refund(call(Ask.REFUND, "C7", null));

        assertThat(answer.detail().path("gateway_refund_id").asText()).isEqualTo("R7");
    }

    @ParameterizedTest
    @CsvSource({"ACK=Success&PROFILEID=I-7, DONE", "ACK=Failure&L_ERRORCODE0=11502, REFUSED"})
    void beginsARecurringPayment(String said, Outcome outcome) {
        http.says("POST /nvp", said);

        GatewayAnswer answer = gateway().subscribe(call(Ask.SUBSCRIBE, null, "EC-1"));

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.detail().path("subscr_id").asText()).isEqualTo(outcome == Outcome.DONE ? "I-7" : "");
        assertThat(http.asked().get(0).body())
                .contains("METHOD=CreateRecurringPaymentsProfile", "TOKEN=EC-1", "AMT=500", "BILLINGPERIOD=Month");
    }

    @Test
    void keepsWhatADonorHasAgreedTo() {
        http.answers("POST /v3/vault/payment-tokens", 201, "{\"id\":\"V7\",\"customer\":{\"id\":\"K7\"}}");

        GatewayAnswer answer = gateway().tokenise(call(Ask.TOKENISE, "C7", "5C9"));

        assertThat(answer.detail().path("recurring_payment_token").asText()).isEqualTo("V7");
        assertThat(http.asked().get(1).body())
                .isEqualTo("{\"payment_source\":{\"token\":{\"id\":\"5C9\",\"type\":\"SETUP_TOKEN\"}}}");
        assertThat(http.asked().get(1).header("Paypal-request-id")).isNotEmpty();
    }

    @Test
    void keepsNothingThatNobodyHasAgreedTo() {
        assertThatThrownBy(() -> gateway().tokenise(call(Ask.TOKENISE, "C7", null)))
                .isInstanceOf(GatewayRefusal.class);
        assertThat(http.asked()).isEmpty();
    }

    @Test
    void asksForATokenOnce() {
        http.answers("GET /v2/payments/captures/C7", 200, CAPTURE.formatted("COMPLETED"));
        var gateway = gateway();

        gateway.status(call(Ask.STATUS, "C7", null));
        gateway.status(call(Ask.STATUS, "C7", null));

        assertThat(http.asked()).hasSize(3);
    }

    @Test
    void asksNothingWithoutCredentials() {
        var settings =
                new PayPalSettings("", "", "", "", "", "", "", "", Set.of(), Set.of(), false, Set.of(), "", "", "");

        assertThatThrownBy(() -> gateway(settings).status(call(Ask.STATUS, "C7", null)))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("not configured");
    }

    @Test
    void refusesWhatHasNoName() {
        assertThatThrownBy(() -> gateway().status(call(Ask.STATUS, null, null))).isInstanceOf(GatewayRefusal.class);
    }

    private PayPalGateway gateway() {
        return gateway(TestPayPal.settings(http.url(), "", "", false));
    }

    private static PayPalGateway gateway(PayPalSettings settings) {
        var clock = Clock.fixed(TestPayPal.NOW, ZoneOffset.UTC);
        var client = TestHttp.client();
        var api = new PayPalApi(settings, new PayPalToken(settings, client, clock), client);
        return new PayPalGateway(
                "paypal",
                api,
                new PayPalProfiles(settings, client, clock),
                mock(PayPalNotifications.class),
                TestHttp.json());
    }

    private static GatewayCall call(Ask ask, @Nullable String transaction, @Nullable String session) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        return new GatewayCall(
                "a-key",
                "paypal",
                null,
                ask,
                new PaymentReference("7.1", transaction, session),
                new Money(new BigDecimal("500"), "JPY"),
                "test",
                context);
    }

    private static String captures(@Nullable String status) {
        return status == null ? "" : "\"captures\":[" + CAPTURE.formatted(status) + "]";
    }
}
