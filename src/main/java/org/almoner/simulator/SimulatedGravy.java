package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gr4vy's API, which stands in front of other gateways. */
final class SimulatedGravy implements Gateway {
    static final String MERCHANT = "default";

    private static final String TRANSACTION = "/transactions/([^/]+)";

    private final Payments payments;

    SimulatedGravy(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "gravy";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", TRANSACTION, Operation.STATUS, this::status),
                Route.of("POST", TRANSACTION + "/capture", Operation.CAPTURE, this::capture),
                Route.of("POST", TRANSACTION + "/void", Operation.CANCEL, this::cancel),
                Route.of("POST", TRANSACTION + "/refunds", Operation.REFUND, this::refund),
                Route.of(
                        "GET",
                        "(?:" + TRANSACTION + ")?/refunds/([^/]+)",
                        Operation.STATUS,
                        (call, id) -> refunded(call)),
                Route.of("GET", "/payment-methods/([^/]+)", Operation.TOKENISE, this::method),
                Route.of("DELETE", "/payment-methods/[^/]+", Operation.OTHER, (call, id) -> Answer.empty(204)),
                Route.of("POST", "/reports/[^/]+/executions/([^/]+)/url", Operation.REPORT, this::reportUrl),
                Route.of("GET", "/downloads/([^/]+)", Operation.REPORT, (call, id) -> report()));
    }

    @Override
    public boolean isAllowed(Call call) {
        return call.path().startsWith("/downloads/") || GravyToken.isOurs(call.header("Authorization"));
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("Idempotency-Key");
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 ? "unauthorized" : "server_error");
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "almoner.gateway.gravy.url",
                url,
                "almoner.gateway.gravy.account",
                MERCHANT,
                "almoner.gateway.gravy.key-id",
                "simulated-key-id",
                "almoner.gateway.gravy.private-key",
                Pem.read("gravy.key"),
                "almoner.gateway.gravy.webhook-users[0]",
                GravyNotification.USER + ":" + GravyNotification.PASSWORD,
                "almoner.gateway.gravy.report-user",
                GravyNotification.USER);
    }

    @Override
    public @Nullable Notification tell(News news) {
        return GravyNotification.of(news);
    }

    private Answer status(Call call, String id) {
        return answer(200, payments.read(name(), id), GravyTransaction::of);
    }

    private Answer capture(Call call, String id) {
        return answer(200, payments.capture(name(), id, minor(call, id)), GravyTransaction::of);
    }

    private Answer cancel(Call call, String id) {
        return answer(200, payments.cancel(name(), id), GravyTransaction::of);
    }

    private Answer refund(Call call, String id) {
        return answer(201, payments.refund(name(), id, minor(call, id)), GravyTransaction::refund);
    }

    private Answer refunded(Call call) {
        var refund = call.path().replaceFirst(".*/", "");
        var id = payments.all().stream()
                .filter(payment -> GravyTransaction.refundOf(payment).equals(refund))
                .map(Payment::id)
                .findFirst();
        return answer(200, payments.read(name(), id.orElse("")), GravyTransaction::refund);
    }

    private Answer method(Call call, String token) {
        return Answer.json(200, Map.of("type", "payment-method", "id", token, "method", "card", "status", "succeeded"))
                .after(Effect.TOKENISED);
    }

    private Answer reportUrl(Call call, String execution) {
        var url = "http://" + call.header("Host") + "/gravy/downloads/" + execution;
        return Answer.json(200, Map.of("url", url, "expires_at", "2099-01-01T00:00:00Z"));
    }

    private Answer report() {
        return Answer.text(200, "text/csv", Report.of(payments.all(), name()));
    }

    private static Answer answer(int status, Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var answer =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> error(404, "not_found");
                    case SECOND_CAPTURE, REFUSED -> error(409, "incorrect_state");
                    default -> Answer.json(status, payment == null ? Map.of() : view.of(payment));
                };
        return answer.after(outcome.effect());
    }

    private @Nullable BigDecimal minor(Call call, String id) {
        var value = call.json().path("amount");
        return value.isNumber()
                ? payments.find(name(), id)
                        .map(payment -> payment.major(value.asLong()))
                        .orElse(null)
                : null;
    }

    private static Answer error(int status, String code) {
        return Answer.json(
                status,
                Map.of("type", "error", "code", code, "status", status, "message", "simulated", "details", List.of()));
    }
}
