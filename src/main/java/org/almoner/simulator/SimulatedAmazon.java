package org.almoner.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon Pay's API, version 2; a charge has its permission's id in front of {@code -C}. */
final class SimulatedAmazon implements Gateway {
    static final String MERCHANT = "A1SIMULATED";
    static final String PUBLIC_KEY_ID = "SANDBOX-SIMULATED";

    private static final String PATH = "/(?:sandbox|live)/v2";

    private final Payments payments;

    SimulatedAmazon(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "amazon";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", PATH + "/charges/([^/]+)", Operation.STATUS, this::charge),
                Route.of("POST", PATH + "/charges/([^/]+)/capture", Operation.CAPTURE, this::capture),
                Route.of("DELETE", PATH + "/charges/([^/]+)/cancel", Operation.CANCEL, this::cancel),
                Route.of("POST", PATH + "/charges", Operation.CAPTURE, (call, id) -> chargeAgain(call)),
                Route.of("POST", PATH + "/refunds", Operation.REFUND, (call, id) -> refund(call)),
                Route.of("GET", PATH + "/refunds/([^/]+)", Operation.STATUS, this::refunded),
                Route.of("GET", PATH + "/chargePermissions/([^/]+)", Operation.STATUS, this::permission),
                Route.of("DELETE", PATH + "/chargePermissions/([^/]+)/close", Operation.OTHER, this::permission),
                Route.of("GET", "/SimpleNotificationService-.+\\.pem", Operation.OTHER, (call, id) -> certificate()),
                Route.of("GET", "/", Operation.OTHER, (call, id) -> confirmation(call)));
    }

    @Override
    public boolean isAllowed(Call call) {
        var said = call.header("Authorization");
        return !call.path().contains("/v2/")
                || (said != null
                        && said.startsWith("AMZN-PAY-RSASSA-PSS")
                        && said.contains("PublicKeyId=" + PUBLIC_KEY_ID));
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("x-amz-pay-idempotency-key");
    }

    @Override
    public String paymentOf(Call call, Route route) {
        var request = call.writes() ? call.json() : Json.read(new byte[0]);
        return request.has("chargePermissionId")
                ? chargeOf(request.get("chargePermissionId").asText())
                : request.path("chargeId").asText(route.id(call));
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 ? "UnauthorizedAccess" : "InternalServerError");
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "almoner.gateway.amazon.url",
                url + "/sandbox/v2",
                "almoner.gateway.amazon.public-key-id",
                PUBLIC_KEY_ID,
                "almoner.gateway.amazon.private-key",
                Pem.read("amazon.key"),
                "almoner.gateway.amazon.topics[0]",
                AmazonNotification.TOPIC,
                "almoner.gateway.amazon.authorities",
                Certificates.authority(),
                "almoner.gateway.amazon.certificate-url",
                url + AmazonNotification.CERTIFICATE);
    }

    @Override
    public @Nullable Notification tell(News news) {
        return AmazonNotification.of(news);
    }

    private Answer charge(Call call, String id) {
        return answer(200, payments.read(name(), id), AmazonCharge::of);
    }

    private Answer capture(Call call, String id) {
        return answer(
                200, payments.capture(name(), id, amount(call.json().at("/captureAmount/amount"))), AmazonCharge::of);
    }

    private Answer cancel(Call call, String id) {
        return answer(200, payments.cancel(name(), id), AmazonCharge::of);
    }

    private Answer chargeAgain(Call call) {
        var id = newChargeOf(call.json().path("chargePermissionId").asText());
        return answer(
                201, payments.capture(name(), id, amount(call.json().at("/chargeAmount/amount"))), AmazonCharge::of);
    }

    private Answer refund(Call call) {
        var id = call.json().path("chargeId").asText();
        return answer(
                201, payments.refund(name(), id, amount(call.json().at("/refundAmount/amount"))), AmazonCharge::refund);
    }

    private Answer refunded(Call call, String refund) {
        return answer(200, payments.read(name(), AmazonCharge.ofRefund(refund)), AmazonCharge::refund);
    }

    private Answer permission(Call call, String id) {
        return answer(200, payments.read(name(), chargeOf(id)), AmazonCharge::permission);
    }

    /** That whose outcome is open, or else another one after a decline. */
    private String newChargeOf(String permission) {
        payments.find(name(), chargeOf(permission))
                .filter(last -> last.state() == State.REFUSED)
                .ifPresent(last -> payments.put(Payment.authorised(
                        name(),
                        permission + "-C" + Ids.code("charge", last.id()).substring(0, 6),
                        last.order(),
                        last.text(),
                        last.currency())));
        return chargeOf(permission);
    }

    /** The newest charge of a permission. */
    private String chargeOf(String permission) {
        return payments.all().stream()
                .filter(payment ->
                        payment.gateway().equals(name()) && payment.id().startsWith(permission))
                .map(Payment::id)
                .reduce(permission, (first, last) -> last);
    }

    private static Answer certificate() {
        return Answer.text(200, "application/x-pem-file", Certificates.SNS.chain());
    }

    private static Answer confirmation(Call call) {
        return Answer.text(200, "text/xml", "<ConfirmSubscriptionResponse/>");
    }

    private static Answer answer(int status, Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var answer =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> error(404, "ResourceNotFound");
                    case SECOND_CAPTURE, REFUSED -> error(422, "InvalidChargeStatus");
                    default -> Answer.json(status, payment == null ? Map.of() : view.of(payment));
                };
        return answer.after(outcome.effect());
    }

    private static @Nullable BigDecimal amount(JsonNode value) {
        return value.isMissingNode() ? null : new BigDecimal(value.asText());
    }

    private static Answer error(int status, String code) {
        return Answer.json(status, Map.of("reasonCode", code, "message", "simulated"));
    }
}
