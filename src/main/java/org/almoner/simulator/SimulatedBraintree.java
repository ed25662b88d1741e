package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Braintree's GraphQL, as far as the field that a query names tells what it wants; the answer holds more than was asked. */
final class SimulatedBraintree implements Gateway {
    static final String PUBLIC_KEY = "simulatedpublickey";
    static final String PRIVATE_KEY = "simulatedprivatekey";

    private final Payments payments;

    SimulatedBraintree(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "braintree";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                field("captureTransaction", Operation.CAPTURE, this::capture),
                field("reverseTransaction", Operation.CANCEL, this::reverse),
                field("refundTransaction", Operation.REFUND, this::refund),
                field("vaultPaymentMethod", Operation.TOKENISE, this::vault),
                field("node", Operation.STATUS, this::node));
    }

    @Override
    public boolean isAllowed(Call call) {
        return call.isBasic(PUBLIC_KEY, PRIVATE_KEY) && call.header("Braintree-Version") != null;
    }

    @Override
    public @Nullable String keyOf(Call call) {
        var key = call.json().at("/variables/input/apiRequestKey");
        return key.isTextual() ? key.asText() : null;
    }

    @Override
    public String paymentOf(Call call, Route route) {
        return route.operation() == Operation.STATUS
                ? call.json().at("/variables/id").asText()
                : id(call);
    }

    @Override
    public Answer error(int status) {
        return Answer.json(status, errors(status == 401 ? "AUTHENTICATION" : "INTERNAL", "simulated", ""));
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "almoner.gateway.braintree.url", url + "/graphql",
                "almoner.gateway.braintree.keys[0].public-key", PUBLIC_KEY,
                "almoner.gateway.braintree.keys[0].private-key", PRIVATE_KEY);
    }

    @Override
    public @Nullable Notification tell(News news) {
        return BraintreeNotification.of(news);
    }

    private static Route field(String name, Operation operation, Route.Act act) {
        return Route.of("POST", "/graphql", operation, act).saying(name);
    }

    private Answer node(Call call, String none) {
        var outcome = payments.read(name(), call.json().at("/variables/id").asText());
        return answer(outcome, payment -> Map.of("node", transaction(payment)));
    }

    private Answer capture(Call call, String none) {
        var outcome = payments.capture(name(), id(call), amount(call, "/variables/input/transaction/amount"));
        return answer(outcome, payment -> Map.of("captureTransaction", Map.of("transaction", transaction(payment))));
    }

    private Answer reverse(Call call, String none) {
        var outcome = payments.cancel(name(), id(call));
        return answer(outcome, payment -> Map.of("reverseTransaction", Map.of("reversal", transaction(payment))));
    }

    private Answer refund(Call call, String none) {
        var outcome = payments.refund(name(), id(call), amount(call, "/variables/input/refund/amount"));
        return answer(outcome, payment -> Map.of("refundTransaction", Map.of("refund", refund(payment))));
    }

    private Answer vault(Call call, String none) {
        var token = call.json().at("/variables/input/paymentMethodId").asText();
        return Answer.json(
                        200,
                        Map.of(
                                "data",
                                Map.of("vaultPaymentMethod", Map.of("paymentMethod", Map.of("id", Ids.code(token))))))
                .after(Effect.TOKENISED);
    }

    private static String id(Call call) {
        return call.json().at("/variables/input/transactionId").asText();
    }

    private static @Nullable BigDecimal amount(Call call, String pointer) {
        var value = call.json().at(pointer);
        return value.isMissingNode() || value.isNull() ? null : new BigDecimal(value.asText());
    }

    private static Answer answer(Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var fields =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> errors("NOT_FOUND", "An object with this ID was not found.", "");
                    case SECOND_CAPTURE, REFUSED ->
                        errors("VALIDATION", "Cannot submit for settlement unless status is authorized.", "91507");
                    default -> Map.<String, Object>of("data", payment == null ? Map.of() : view.of(payment));
                };
        return Answer.json(200, fields).after(outcome.effect());
    }

    private static Map<String, Object> transaction(Payment payment) {
        return Map.of(
                "__typename", "Transaction",
                "id", payment.id(),
                "legacyId", payment.id(),
                "orderId", payment.order(),
                "status", status(payment),
                "amount", money(payment, payment.amount()),
                "paymentMethod", Map.of("id", payment.token()),
                "customFields", List.of());
    }

    private static Map<String, Object> refund(Payment payment) {
        return Map.of(
                "__typename",
                "Refund",
                "id",
                Ids.code("refunds", payment.id(), payment.refunded()),
                "status",
                "SUBMITTED_FOR_SETTLEMENT",
                "amount",
                money(payment, payment.refunded()));
    }

    private static Map<String, String> money(Payment payment, BigDecimal amount) {
        return Map.of("value", payment.text(amount), "currencyCode", payment.currency());
    }

    private static String status(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "AUTHORIZING";
            case AUTHORISED -> "AUTHORIZED";
            case CAPTURED, REFUNDED -> "SUBMITTED_FOR_SETTLEMENT";
            case CANCELLED -> "VOIDED";
            case REFUSED -> "PROCESSOR_DECLINED";
        };
    }

    private static Map<String, Object> errors(String type, String message, String code) {
        return Map.of(
                "errors",
                List.of(Map.of("message", message, "extensions", Map.of("errorClass", type, "legacyCode", code))));
    }
}
