package org.almoner.simulator;

import static org.almoner.simulator.TestGateways.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.almoner.simulator.TestGateways.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calls of each gateway, in the words of its documentation. */
class GatewayCallsTest {

    @RegisterExtension
    private final TestGateways gateways = new TestGateways();

    @Test
    void adyenCancelsRefundsAndKnowsTokens() {
        authorised("adyen", "A1", "1250", "JPY");
        authorised("adyen", "A2", "12.50", "EUR");

        adyen("/payments/A1/captures", "{\"amount\": {\"currency\": \"JPY\", \"value\": 1250}}");
        adyen("/payments/A1/refunds", "{\"amount\": {\"currency\": \"JPY\", \"value\": 250}}");
        adyen("/payments/A2/cancels", "{}");
        var unknown = adyen("/payments/A3/captures", "{}");

        assertThat(payment("adyen", "A1").refunded()).isEqualByComparingTo("250");
        assertThat(payment("adyen", "A2").state()).isEqualTo(State.CANCELLED);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/errorCode")).isEqualTo("167");
        var stored = gateways.get(
                "/adyen/v71/storedPaymentMethods?merchantAccount=SimulatedCOM&shopperReference=order-A1",
                "X-API-Key",
                SimulatedAdyen.API_KEY);
        assertThat(stored.text("/storedPaymentMethods/0/id")).isEqualTo("token-A1");
        assertThat(gateways.get(
                                "/adyen/reports/download/MerchantAccount/SimulatedCOM/settlement.csv",
                                "Authorization",
                                basic(SimulatedAdyen.REPORT_USER, SimulatedAdyen.REPORT_PASSWORD))
                        .body())
                .contains("A1,order-A1,JPY,1250");
    }

    @Test
    void payPalCapturesAnOrderAndRefundsIt() {
        authorised("paypal", "P1", "12.50", "USD");
        var token = payPalToken();

        assertThat(payPal(token, "GET", "/v2/checkout/orders/P1", "").text("/status"))
                .isEqualTo("APPROVED");
        var captured = payPal(token, "POST", "/v2/checkout/orders/P1/capture", "{}");
        assertThat(captured.status()).isEqualTo(201);
        assertThat(captured.text("/purchase_units/0/payments/captures/0/amount/value"))
                .isEqualTo("12.50");
        var again = payPal(token, "POST", "/v2/payments/authorizations/P1/capture", "{}");
        assertThat(again.text("/details/0/issue")).isEqualTo("ORDER_ALREADY_CAPTURED");
        assertThat(payPal(token, "POST", "/v2/payments/captures/P1/refund", "{}")
                        .text("/status"))
                .isEqualTo("COMPLETED");

        assertThat(effects())
                .containsExactly(Effect.NONE, Effect.NONE, Effect.CAPTURED, Effect.SECOND_CAPTURE, Effect.REFUNDED);
        assertThat(gateways.post(
                                "/paypal/nvp",
                                "METHOD=CreateRecurringPaymentsProfile&TOKEN=EC-1&USER=simulated-user&PWD=simulated-secret")
                        .body())
                .contains("ACK=Success", "PROFILEID=I-");
    }

    @Test
    void payPalTakesNoTokenThatIsRevoked() {
        authorised("paypal", "P1", "12.50", "USD");
        var first = payPalToken();

        assertThat(gateways.send("DELETE", "/simulator/tokens/paypal", "").status())
                .isEqualTo(204);
        var second = payPalToken();

        assertThat(payPal(first, "GET", "/v2/checkout/orders/P1", "").status()).isEqualTo(401);
        assertThat(payPal(second, "GET", "/v2/checkout/orders/P1", "").status()).isEqualTo(200);
    }

    @Test
    void amazonCapturesCancelsAndRefundsCharges() {
        authorised("amazon", "S01-1-C1", "15.00", "USD");
        authorised("amazon", "S01-2-C1", "15.00", "USD");

        assertThat(amazon("POST", "/charges/S01-1-C1/capture", "{\"captureAmount\": {\"amount\": \"15.00\"}}")
                        .text("/statusDetails/state"))
                .isEqualTo("Captured");
        assertThat(amazon("DELETE", "/charges/S01-2-C1/cancel", "{}").text("/statusDetails/state"))
                .isEqualTo("Canceled");
        var refund =
                amazon("POST", "/refunds", "{\"chargeId\": \"S01-1-C1\", \"refundAmount\": {\"amount\": \"5.00\"}}");
        assertThat(refund.status()).isEqualTo(201);
        assertThat(amazon("GET", "/refunds/" + refund.text("/refundId"), "").text("/chargeId"))
                .isEqualTo("S01-1-C1");
        assertThat(amazon("GET", "/chargePermissions/S01-1", "").text("/buyer/email"))
                .isEqualTo(InventedDonor.EMAIL);
        assertThat(gateways.get("/amazon/sandbox/v2/charges/S01-1-C1").status()).isEqualTo(401);
    }

    @Test
    void amazonChargesAnewWhatItHasDeclined() {
        var declined = Payment.authorised("amazon", "S01-1-C1", "1-1", "15.00", "USD")
                .in(State.REFUSED)
                .paidBy("slow", "token");
        gateways.simulator().put(declined);

        assertThat(amazon("GET", "/charges/S01-1-C1", "").text("/statusDetails/reasonCode"))
                .isEqualTo("TransactionTimedOut");
        var charge = amazon(
                "POST",
                "/charges",
                "{\"chargePermissionId\": \"S01-1\", \"chargeAmount\": {\"amount\": \"15.00\"}, \"captureNow\": true}");

        assertThat(charge.text("/statusDetails/state")).isEqualTo("Captured");
        assertThat(payment("amazon", charge.text("/chargeId")).order()).isEqualTo("1-1");
        assertThat(payment("amazon", "S01-1-C1").state()).isEqualTo(State.REFUSED);
        assertThat(amazon("DELETE", "/chargePermissions/S01-1/close", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void ingenicoApprovesAndTokenizesSignedCalls() {
        authorised("ingenico", "000000123410000595980000100001", "23.45", "EUR");
        var path = "/ingenico/v1/1234/payments/000000123410000595980000100001";

        assertThat(ingenico("GET", path, "").text("/status")).isEqualTo("PENDING_APPROVAL");
        assertThat(ingenico("POST", path + "/approve", "{\"amount\": 2345}").text("/payment/status"))
                .isEqualTo("CAPTURE_REQUESTED");
        assertThat(ingenico("POST", path + "/approve", "{}").status()).isEqualTo(402);
        assertThat(ingenico("POST", path + "/tokenize", "{}").text("/token")).startsWith("token-");
        assertThat(ingenico("GET", path.replace("payments", "hostedcheckouts"), "")
                        .text("/status"))
                .isEqualTo("PAYMENT_CREATED");
        assertThat(gateways.get(path, "Authorization", "GCS v1HMAC:simulated-key-id:AAAA")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void dlocalCapturesByANewPayment() {
        authorised("dlocal", "D-4-1", "100", "BRL");

        assertThat(dlocal("GET", "/payments/D-4-1/status", "").text("/status")).isEqualTo("AUTHORIZED");
        var captured = dlocal("POST", "/payments", "{\"authorization_id\": \"D-4-1\", \"amount\": 100}");
        assertThat(captured.text("/status")).isEqualTo("PAID");
        assertThat(dlocal("POST", "/refunds", "{\"payment_id\": \"D-4-1\", \"amount\": 30}")
                        .text("/status"))
                .isEqualTo("SUCCESS");
        assertThat(dlocal("POST", "/payments/D-4-1/cancel", "").status()).isEqualTo(400);

        assertThat(gateways.simulator().calls()).extracting(LoggedCall::payment).containsOnly("D-4-1");
        assertThat(payment("dlocal", "D-4-1").refunded()).isEqualByComparingTo("30");
    }

    @Test
    void gravyCapturesVoidsAndKnowsItsCallersByTheirKey() throws Exception {
        authorised("gravy", "g-1", "12.50", "EUR");
        authorised("gravy", "g-2", "12.50", "EUR");

        assertThat(gravy("POST", "/transactions/g-1/capture", "{\"amount\": 1250}")
                        .text("/captured_amount"))
                .isEqualTo("1250");
        var refund = gravy("POST", "/transactions/g-1/refunds", "{\"amount\": 1000}");
        assertThat(refund.status()).isEqualTo(201);
        assertThat(gravy("GET", "/refunds/" + refund.text("/id"), "").text("/amount"))
                .isEqualTo("1000");
        assertThat(gravy("POST", "/transactions/g-2/void", "").text("/status")).isEqualTo("authorization_voided");
        var url = gravy("POST", "/reports/r-1/executions/e-1/url", "").text("/url");
        assertThat(gateways.get(url.replace(gateways.simulator().url(), "")).body())
                .contains("g-1,order-g-1,EUR,12.50");
        assertThat(gateways.get("/gravy/transactions/g-1", "Authorization", "Bearer a.b.c")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void braintreeIsAskedInGraphQl() {
        authorised("braintree", "bt1", "12.50", "USD");

        assertThat(braintree(
                                "query ($id: ID!) { node(id: $id) { ... on Transaction { status } } }",
                                "{\"id\": \"bt1\"}")
                        .text("/data/node/status"))
                .isEqualTo("AUTHORIZED");
        var capture =
                "mutation ($input: CaptureTransactionInput!) { captureTransaction(input: $input) { transaction { id } } }";
        assertThat(braintree(capture, "{\"input\": {\"transactionId\": \"bt1\", \"apiRequestKey\": \"k1\"}}")
                        .text("/data/captureTransaction/transaction/status"))
                .isEqualTo("SUBMITTED_FOR_SETTLEMENT");
        assertThat(braintree(capture, "{\"input\": {\"transactionId\": \"bt1\", \"apiRequestKey\": \"k2\"}}")
                        .text("/errors/0/extensions/legacyCode"))
                .isEqualTo("91507");

        assertThat(effects()).containsExactly(Effect.NONE, Effect.CAPTURED, Effect.SECOND_CAPTURE);
    }

    private void authorised(String gateway, String id, String amount, String currency) {
        gateways.simulator().put(Payment.authorised(gateway, id, "order-" + id, amount, currency));
    }

    private Payment payment(String gateway, String id) {
        return gateways.simulator().payment(gateway, id).orElseThrow();
    }

    private List<Effect> effects() {
        return gateways.simulator().calls().stream().map(LoggedCall::effect).toList();
    }

    private Reply adyen(String path, String body) {
        return gateways.post("/adyen/v71" + path, body, "X-API-Key", SimulatedAdyen.API_KEY);
    }

    private String payPalToken() {
        return gateways.post(
                        "/paypal/v1/oauth2/token",
                        "grant_type=client_credentials",
                        "Authorization",
                        basic(SimulatedPayPal.CLIENT, SimulatedPayPal.SECRET))
                .text("/access_token");
    }

    private Reply payPal(String token, String method, String path, String body) {
        return gateways.send(method, "/paypal" + path, body, "Authorization", "Bearer " + token);
    }

    private Reply amazon(String method, String path, String body) {
        return gateways.send(
                method,
                "/amazon/sandbox/v2" + path,
                body,
                "Authorization",
                "AMZN-PAY-RSASSA-PSS-V2 PublicKeyId=SANDBOX-SIMULATED, SignedHeaders=accept, Signature=x");
    }

    private Reply ingenico(String method, String path, String body) {
        var signed = method + "\napplication/json\nSat, 21 Nov 2026 20:00:00 GMT\nx-gcs-idempotence-key:"
                + path.length() + body.length() + "\n" + path + "\n";
        var signature = Hmac.base64("HmacSHA256", Hmac.bytes(SimulatedIngenico.SECRET), signed);
        return gateways.send(
                method,
                path,
                body,
                "Authorization",
                "GCS v1HMAC:" + SimulatedIngenico.KEY_ID + ":" + signature,
                "Content-Type",
                "application/json",
                "Date",
                "Sat, 21 Nov 2026 20:00:00 GMT",
                "X-GCS-Idempotence-Key",
                "" + path.length() + body.length());
    }

    private Reply dlocal(String method, String path, String body) {
        var date = "2026-11-21T20:00:00.000Z";
        return gateways.send(
                method,
                "/dlocal" + path,
                body,
                "X-Date",
                date,
                "X-Login",
                SimulatedDlocal.LOGIN,
                "X-Trans-Key",
                SimulatedDlocal.TRANS_KEY,
                "Authorization",
                SimulatedDlocal.signature(Hmac.bytes(SimulatedDlocal.SECRET), date, body));
    }

    private Reply gravy(String method, String path, String body) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA512withECDSAinP1363Format");
        signature.initSign(Pem.privateKey("EC", "gravy.key"));
        signature.update(Hmac.bytes("head.claims"));
        var token = "head.claims." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return gateways.send(method, "/gravy" + path, body, "Authorization", "Bearer " + token);
    }

    private Reply braintree(String query, String variables) {
        return gateways.post(
                "/braintree/graphql",
                "{\"query\": \"%s\", \"variables\": %s}".formatted(query, variables),
                "Authorization",
                basic(SimulatedBraintree.PUBLIC_KEY, SimulatedBraintree.PRIVATE_KEY),
                "Braintree-Version",
                "2019-01-01");
    }
}
