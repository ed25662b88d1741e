package org.almoner.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adyen's Checkout API, version 71: it receives what it is asked, and tells by a notification whether it was done. */
final class SimulatedAdyen implements Gateway {
    static final String ACCOUNT = "SimulatedCOM";
    static final String API_KEY = "AQE-simulated-api-key";
    static final String REPORT_USER = "report@Company.Simulated";
    static final String REPORT_PASSWORD = "simulated-report-password";

    private final Payments payments;

    SimulatedAdyen(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "adyen";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v71/payments/([^/]+)/captures", Operation.CAPTURE, this::capture),
                Route.of("POST", "/v71/payments/([^/]+)/cancels", Operation.CANCEL, this::cancel),
                Route.of("POST", "/v71/payments/([^/]+)/refunds", Operation.REFUND, this::refund),
                Route.of("GET", "/v71/storedPaymentMethods", Operation.TOKENISE, (call, id) -> stored(call)),
                Route.of("DELETE", "/v71/storedPaymentMethods/[^/]+", Operation.OTHER, (call, id) -> Answer.empty(204)),
                Route.of("GET", "/reports/download/MerchantAccount/[^/]+/([^/]+)", Operation.REPORT, this::report));
    }

    @Override
    public boolean isAllowed(Call call) {
        return call.path().startsWith("/reports/")
                ? call.isBasic(REPORT_USER, REPORT_PASSWORD)
                : call.says("X-API-Key", API_KEY);
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("Idempotency-Key");
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 ? "000" : "905", status == 401 ? "security" : "internal");
    }

    @Override
    public Map<String, String> settings(String url) {
        var account = "almoner.gateway.adyen.accounts." + ACCOUNT;
        return Map.of(
                "almoner.gateway.adyen.url",
                url + "/v71",
                account + ".api-key",
                API_KEY,
                account + ".report-user",
                REPORT_USER,
                account + ".report-password",
                REPORT_PASSWORD,
                "almoner.gateway.adyen.hmac-keys[0]",
                AdyenNotification.HMAC_KEY,
                "almoner.gateway.adyen.capture-from-listener",
                "true"); // there is no front end that would
    }

    @Override
    public @Nullable Notification tell(News news) {
        return AdyenNotification.of(news);
    }

    private Answer capture(Call call, String id) {
        return received("captures", call, payments.capture(name(), id, amount(call, id)));
    }

    private Answer cancel(Call call, String id) {
        return received("cancels", call, payments.cancel(name(), id));
    }

    private Answer refund(Call call, String id) {
        return received("refunds", call, payments.refund(name(), id, amount(call, id)));
    }

    private Answer stored(Call call) {
        var shopper = call.query().getOrDefault("shopperReference", "");
        var methods = payments.all().stream()
                .filter(payment ->
                        payment.gateway().equals(name()) && payment.order().equals(shopper))
                .map(payment -> Map.of("id", payment.token(), "brand", payment.method(), "type", "scheme"))
                .toList();
        return Answer.json(
                        200,
                        Map.of(
                                "merchantAccount", ACCOUNT,
                                "shopperReference", shopper,
                                "storedPaymentMethods", methods))
                .after(Effect.TOKENISED);
    }

    private Answer report(Call call, String file) {
        return Answer.text(200, "text/csv", Report.of(payments.all(), name()));
    }

    /** Also of what will not be done: whoever asked learns that from the notification. */
    private Answer received(String what, Call call, Outcome outcome) {
        var payment = outcome.payment();
        if (payment == null) {
            return error(422, "167", "validation").after(outcome.effect());
        }
        var request = call.json();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("merchantAccount", ACCOUNT);
        answer.put("paymentPspReference", payment.id());
        answer.put("pspReference", Ids.code(what, payment.id(), payment.refunded()));
        answer.put("reference", request.path("reference").asText());
        answer.put("status", "received");
        if (request.has("amount")) {
            answer.put("amount", request.get("amount"));
        }
        return Answer.json(201, answer).after(outcome.effect());
    }

    private @Nullable BigDecimal amount(Call call, String id) {
        JsonNode value = call.json().at("/amount/value");
        return value.isMissingNode()
                ? null
                : payments.find(name(), id)
                        .map(payment -> AdyenCoins.major(payment, value.asLong()))
                        .orElse(null);
    }

    private static Answer error(int status, String code, String type) {
        return Answer.json(
                status, Map.of("status", status, "errorCode", code, "message", "simulated " + type, "errorType", type));
    }
}
