package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** dLocal's payments, version 2.1; the same signature is on calls and on notifications. */
final class SimulatedDlocal implements Gateway {
    static final String LOGIN = "simulated-login";
    static final String TRANS_KEY = "simulated-trans-key";
    static final String SECRET = "simulated-secret-key";

    private final Payments payments;

    SimulatedDlocal(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "dlocal";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/payments/([^/]+)(?:/status)?", Operation.STATUS, this::status),
                Route.of("POST", "/payments", Operation.CAPTURE, (call, id) -> capture(call))
                        .saying("authorization_id"),
                Route.of("POST", "/payments/([^/]+)/cancel", Operation.CANCEL, this::cancel),
                Route.of("POST", "/refunds", Operation.REFUND, (call, id) -> refund(call)),
                Route.of("GET", "/refunds/REF-([^/]+)(?:/status)?", Operation.STATUS, this::refunded));
    }

    @Override
    public boolean isAllowed(Call call) {
        return call.says("X-Login", LOGIN)
                && call.says("X-Trans-Key", TRANS_KEY)
                && call.says("Authorization", signature(Hmac.bytes(SECRET), call.header("X-Date"), call.text()));
    }

    static String signature(byte[] key, @Nullable String date, String body) {
        return "V2-HMAC-SHA256, Signature: " + Hmac.hex("HmacSHA256", key, LOGIN + date + body);
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("X-Idempotency-Key");
    }

    @Override
    public String paymentOf(Call call, Route route) {
        var request = call.json();
        return request.path("authorization_id")
                .asText(request.path("payment_id").asText(route.id(call)));
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 || status == 403 ? 3001 : 7000);
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.of(
                "almoner.gateway.dlocal.url", url,
                "almoner.gateway.dlocal.login", LOGIN,
                "almoner.gateway.dlocal.trans-key", TRANS_KEY,
                "almoner.gateway.dlocal.secrets[0]", SECRET);
    }

    @Override
    public @Nullable Notification tell(News news) {
        return DlocalNotification.of(news);
    }

    private Answer status(Call call, String id) {
        return answer(payments.read(name(), id), DlocalPayment::of);
    }

    private Answer capture(Call call) {
        var request = call.json();
        var amount =
                request.has("amount") ? new BigDecimal(request.get("amount").asText()) : null;
        return answer(payments.capture(name(), request.path("authorization_id").asText(), amount), DlocalPayment::of);
    }

    private Answer cancel(Call call, String id) {
        return answer(payments.cancel(name(), id), DlocalPayment::of);
    }

    private Answer refund(Call call) {
        var request = call.json();
        var amount =
                request.has("amount") ? new BigDecimal(request.get("amount").asText()) : null;
        return answer(payments.refund(name(), request.path("payment_id").asText(), amount), DlocalPayment::refund);
    }

    private Answer refunded(Call call, String payment) {
        return answer(payments.read(name(), payment), DlocalPayment::refund);
    }

    private static Answer answer(Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var answer =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> error(404, 4000);
                    case SECOND_CAPTURE, REFUSED -> error(400, 5007);
                    default -> Answer.json(200, payment == null ? Map.of() : view.of(payment));
                };
        return answer.after(outcome.effect());
    }

    private static Answer error(int status, int code) {
        return Answer.json(status, Map.of("code", code, "message", "simulated"));
    }
}
