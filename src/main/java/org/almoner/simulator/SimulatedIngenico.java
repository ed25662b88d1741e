package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ingenico's Connect API, version 1 (Worldline now). */
final class SimulatedIngenico implements Gateway {
    static final String MERCHANT = "1234";
    static final String KEY_ID = "simulated-key-id";
    static final String SECRET = "simulated-secret-api-key";

    private static final String PAYMENT = "/v1/[^/]+/payments/([^/]+)";

    private final Payments payments;

    SimulatedIngenico(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "ingenico";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", PAYMENT, Operation.STATUS, this::status),
                Route.of("POST", PAYMENT + "/approve", Operation.CAPTURE, this::approve),
                Route.of("POST", PAYMENT + "/cancel", Operation.CANCEL, this::cancel),
                Route.of("POST", PAYMENT + "/refund", Operation.REFUND, this::refund),
                Route.of("POST", PAYMENT + "/tokenize", Operation.TOKENISE, this::tokenize),
                Route.of("GET", "/v1/[^/]+/hostedcheckouts/([^/]+)", Operation.STATUS, this::checkout));
    }

    @Override
    public boolean isAllowed(Call call) {
        var signature = Hmac.base64("HmacSHA256", Hmac.bytes(SECRET), signed(call));
        return call.says("Authorization", "GCS v1HMAC:" + KEY_ID + ":" + signature);
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("X-GCS-Idempotence-Key");
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 || status == 403 ? "9002" : "9999");
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "almoner.gateway.ingenico.url", url,
                "almoner.gateway.ingenico.merchant", MERCHANT,
                "almoner.gateway.ingenico.api-key-id", KEY_ID,
                "almoner.gateway.ingenico.api-secret", SECRET,
                "almoner.gateway.ingenico.webhook-keys[0].id", IngenicoNotification.KEY_ID,
                "almoner.gateway.ingenico.webhook-keys[0].secret", IngenicoNotification.KEY);
    }

    @Override
    public @Nullable Notification tell(News news) {
        return IngenicoNotification.of(news);
    }

    private Answer status(Call call, String id) {
        return answer(200, payments.read(name(), id), IngenicoPayment::of);
    }

    private Answer approve(Call call, String id) {
        return answer(200, payments.capture(name(), id, minor(call, "/amount", id)), IngenicoPayment::inPayment);
    }

    private Answer cancel(Call call, String id) {
        return answer(200, payments.cancel(name(), id), IngenicoPayment::inPayment);
    }

    private Answer refund(Call call, String id) {
        return answer(
                201, payments.refund(name(), id, minor(call, "/amountOfMoney/amount", id)), IngenicoPayment::refund);
    }

    private Answer tokenize(Call call, String id) {
        return answer(
                201, payments.tokenise(name(), id), payment -> Map.of("token", payment.token(), "isNewToken", true));
    }

    private Answer checkout(Call call, String id) {
        return answer(200, payments.read(name(), id), IngenicoPayment::checkout);
    }

    private static Answer answer(int status, Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var answer =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> error(404, "1002");
                    case SECOND_CAPTURE, REFUSED -> error(402, "300400");
                    default -> Answer.json(status, payment == null ? Map.of() : view.of(payment));
                };
        return answer.after(outcome.effect());
    }

    private @Nullable BigDecimal minor(Call call, String pointer, String id) {
        var value = call.json().at(pointer);
        return value.isMissingNode()
                ? null
                : payments.find(name(), id)
                        .map(payment -> payment.major(value.asLong()))
                        .orElse(null);
    }

    private static String signed(Call call) {
        var headers = call.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-gcs"))
                .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ":"
                        + header.getValue().get(0).trim() + "\n")
                .sorted()
                .collect(Collectors.joining());
        var query = call.uri().getRawQuery();
        return call.method() + "\n" + said(call, "Content-Type") + "\n" + said(call, "Date") + "\n" + headers
                + call.uri().getRawPath() + (query == null ? "" : "?" + query) + "\n";
    }

    private static String said(Call call, String header) {
        var value = call.header(header);
        return value == null ? "" : value;
    }

    private static Answer error(int status, String code) {
        return Answer.json(
                status,
                Map.of(
                        "errorId",
                        "simulated",
                        "errors",
                        List.of(Map.of("code", code, "httpStatusCode", status, "message", "simulated"))));
    }
}
