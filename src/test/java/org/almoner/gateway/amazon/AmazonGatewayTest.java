package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.TestHttp;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonGatewayTest {

    private static final KeyPair KEYS = keys();
    private static final String CHARGE =
            """
            {"chargeId":"P01-1234567-7654321-C071911","chargePermissionId":"P01-1234567-7654321",
             "chargeAmount":{"amount":"15.00","currencyCode":"USD"},"captureAmount":{"amount":"15.00","currencyCode":"USD"},
             "statusDetails":{"state":"%s","lastUpdatedTimestamp":"20260902T120000Z"},
             "merchantMetadata":{"merchantReferenceId":"231462900-1"}}""";

    private final TestHttp http = new TestHttp();

    @AfterEach
    void end() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AuthorizationInitiated, PENDING",
        "Authorized,             PENDING_POKE",
        "CaptureInitiated,       PENDING",
        "Captured,               COMPLETE",
        "Canceled,               CANCELLED",
        "Declined,               FAILED",
    })
    void saysWhatBecameOfACharge(String said, String state) {
        http.answers("GET /v2/charges/P01-1234567-7654321-C071911", 200, CHARGE.formatted(said));

        var answer = gateway().status(call(Ask.STATUS, "P01-1234567-7654321-C071911", null));

        assertThat(answer.detail().path("state").asText()).isEqualTo(state);
        assertThat(answer.detail().at("/donor/order_id").asText()).isEqualTo("231462900-1");
        assertThat(answer.detail().at("/donor/date").asLong()).isEqualTo(1788350400);
        assertThat(answer.detail().at("/donor/contribution_tracking_id").asText())
                .isEqualTo("231462900");
    }

    @ParameterizedTest
    @CsvSource({"TransactionTimedOut, TransactionTimedOut", ", Declined"})
    void saysWhyAChargeWasDeclined(@Nullable String reason, String said) {
        var charge = reason == null
                ? CHARGE.formatted("Declined")
                : CHARGE.formatted("Declined\",\"reasonCode\":\"" + reason);
        http.answers("GET /v2/charges/P01-1234567-7654321-C071911", 200, charge);

        var answer = gateway().status(call(Ask.STATUS, "P01-1234567-7654321-C071911", null));

        assertThat(answer.detail().path("raw_status").asText()).isEqualTo(said);
    }

    @Test
    void saysTheChargeWhereItDoesNotKnowTheOrder() {
        http.answers(
                "GET /v2/charges/P01-1234567-7654321-C071911",
                200,
                CHARGE.formatted("Captured").replace("231462900-1", ""));

        var answer = gateway().status(call(Ask.STATUS, "P01-1234567-7654321-C071911", null));

        assertThat(answer.detail().at("/donor/order_id").asText()).isEqualTo("P01-1234567-7654321-C071911");
        assertThat(answer.detail().path("donor").has("contribution_tracking_id"))
                .isFalse();
    }

    @Test
    void saysOfWhichChargeARefundIs() {
        http.answers(
                "GET /v2/refunds/P01-1-R7",
                200,
                """
                {"refundId":"P01-1-R7","chargeId":"P01-1-C7","refundAmount":{"amount":"15.00","currencyCode":"USD"},
                 "statusDetails":{"state":"Refunded","lastUpdatedTimestamp":"20260902T120000Z"}}""");

        var answer = gateway().status(call(Ask.STATUS, "P01-1-R7", null));

        assertThat(answer.detail().path("donor").toString())
                .isEqualTo("{\"date\":1788350400,\"gateway\":\"amazon\",\"gross\":\"15.00\",\"gross_currency\":\"USD\","
                        + "\"gateway_parent_id\":\"P01-1-C7\",\"gateway_refund_id\":\"P01-1-R7\",\"type\":\"refund\"}");
    }

    @Test
    void saysWhoPaid() {
        http.answers(
                "GET /v2/chargePermissions/P01-1234567-7654321",
                200,
                """
                {"buyer":{"name":"Ada  Lovelace King","email":"ada@example.org"},"billingAddress":{"addressLine1":"1 Street",
                 "city":"City","postalCode":"12345","countryCode":"US"},"statusDetails":{"state":"Chargeable"},
                 "merchantMetadata":{"merchantReferenceId":"231462900-1"}}""");

        var donor = gateway()
                .status(call(Ask.STATUS, null, "P01-1234567-7654321"))
                .detail()
                .path("donor");

        assertThat(donor.toString())
                .isEqualTo("{\"first_name\":\"Ada\",\"last_name\":\"Lovelace King\",\"email\":\"ada@example.org\","
                        + "\"street_address\":\"1 Street\",\"city\":\"City\",\"postal_code\":\"12345\",\"country\":\"US\","
                        + "\"order_id\":\"231462900-1\"}");
    }

    @Test
    void capturesWithAKeyOfItsOwn() {
        http.answers("POST /v2/charges/P01-1-C7/capture", 200, "{\"chargeId\":\"P01-1-C7\"}");

        var answer = gateway().capture(call(Ask.CAPTURE, "P01-1-C7", null));

        assertThat(answer.detail().path("gateway_txn_id").asText()).isEqualTo("P01-1-C7");
        var asked = http.asked().get(0);
        assertThat(asked.body()).isEqualTo("{\"captureAmount\":{\"amount\":\"15.00\",\"currencyCode\":\"USD\"}}");
        assertThat(asked.header("X-amz-pay-idempotency-key")).hasSize(32);
    }

    @Test
    void chargesAnewWhatIsPermitted() {
        http.answers("POST /v2/charges", 201, "{\"chargeId\":\"P01-1-C8\"}");

        var answer = gateway()
                .capture(
                        callWith(AmazonJobs.payload().put(AmazonGateway.PERMISSION, "P01-1"), Ask.CAPTURE, "P01-1-C7"));

        assertThat(answer.detail().path("gateway_txn_id").asText()).isEqualTo("P01-1-C8");
        var asked = http.asked().get(0);
        assertThat(asked.body())
                .isEqualTo(
                        "{\"chargePermissionId\":\"P01-1\",\"captureNow\":true,\"canHandlePendingAuthorization\":false,"
                                + "\"chargeAmount\":{\"amount\":\"15.00\",\"currencyCode\":\"USD\"}}");
        assertThat(asked.header("X-amz-pay-idempotency-key")).hasSize(32);
    }

    @Test
    void closesWhatIsPermitted() {
        http.answers("DELETE /v2/chargePermissions/P01-1/close", 200, "{}");

        var answer =
                gateway().forget(callWith(AmazonJobs.payload().put(AmazonGateway.TOKEN, "P01-1"), Ask.FORGET, null));

        assertThat(answer.isDone()).isTrue();
        assertThat(http.asked().get(0).body()).contains("\"cancelPendingCharges\":false");
    }

    @Test
    void cancelsAndRefunds() {
        http.answers("DELETE /v2/charges/P01-1-C7/cancel", 200, "{}");
        http.answers("POST /v2/refunds", 201, "{\"refundId\":\"P01-1-R7\"}");

        assertThat(gateway().cancel(call(Ask.CANCEL, "P01-1-C7", null)).isDone())
                .isTrue();
        assertThat(gateway()
                        .refund(call(Ask.REFUND, "P01-1-C7", null))
                        .detail()
                        .path("gateway_refund_id")
                        .asText())
                .isEqualTo("P01-1-R7");
    }

    /** As Amazon does it: over the request as it was sent, with our public key. */
    @Test
    void signsItsRequests() throws Exception {
        http.answers("POST /v2/refunds", 201, "{\"refundId\":\"P01-1-R7\"}");

        gateway().refund(call(Ask.REFUND, "P01-1-C7", null));

        var asked = http.asked().get(0);
        var said = asked.header("Authorization").split(", ");
        assertThat(said[0]).isEqualTo("AMZN-PAY-RSASSA-PSS-V2 PublicKeyId=LIVE-KEY");
        var names = said[1].substring("SignedHeaders=".length());
        var headers = new TreeMap<String, String>();
        for (String name : names.split(";")) {
            headers.put(name, asked.header(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        }
        var canonical = new AmazonRequest("POST", URI.create(http.url() + "/v2/refunds"), asked.body(), "")
                .canonical(headers, names);
        var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
        var signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initVerify(KEYS.getPublic());
        signature.update(("AMZN-PAY-RSASSA-PSS-V2\n" + HexFormat.of().formatHex(digest)).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(said[2].substring("Signature=".length()))))
                .isTrue();
    }

    @Test
    void asksNothingWithoutCredentials() {
        var settings = new AmazonSettings("", "", "", Set.of(), Set.of("2"), "", "", "");

        assertThatThrownBy(() -> gateway(settings).status(call(Ask.STATUS, "P01-1-C7", null)))
                .isInstanceOf(GatewayFailure.class)
                .hasMessageContaining("not configured");
    }

    private AmazonGateway gateway() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return gateway(new AmazonSettings(http.url() + "/v2", "LIVE-KEY", pem, Set.of(), Set.of("2"), "", "", ""));
    }

    private static AmazonGateway gateway(AmazonSettings settings) {
        var clock = Clock.fixed(TestSns.NOW, ZoneOffset.UTC);
        return new AmazonGateway(
                new AmazonApi(settings, TestHttp.client(), clock), mock(SnsTopics.class), TestHttp.json(), clock);
    }

    private static GatewayCall call(Ask ask, @Nullable String transaction, @Nullable String session) {
        return call(ask, new PaymentReference("231462900-1", transaction, session), AmazonJobs.payload());
    }

    private static GatewayCall callWith(ObjectNode context, Ask ask, @Nullable String transaction) {
        return call(ask, PaymentReference.of("231462900-1", transaction), context);
    }

    private static GatewayCall call(Ask ask, PaymentReference payment, ObjectNode context) {
        return new GatewayCall(
                "a-key", "amazon", null, ask, payment, new Money(new BigDecimal("15"), "USD"), "test", context);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
