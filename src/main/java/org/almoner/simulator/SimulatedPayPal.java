package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** PayPal's Orders and Payments API, version 2, and what confirms its older notifications; a payment has one id for all. */
final class SimulatedPayPal implements Gateway {
    static final String CLIENT = "simulated-client";
    static final String SECRET = "simulated-secret";
    static final String NVP_USER = "simulated-user";

    private final Payments payments;
    private final AtomicInteger revoked = new AtomicInteger();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SimulatedPayPal(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "paypal";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/oauth2/token", Operation.OTHER, (call, id) -> newToken()),
                Route.of("GET", "/v1/notifications/certs/[^/]+", Operation.OTHER, (call, id) -> certificate()),
                Route.of("POST", "/cgi-bin/webscr", Operation.VERIFY, (call, id) -> verify(call)),
                Route.of("GET", "/v2/checkout/orders/([^/]+)", Operation.STATUS, this::order),
                Route.of("POST", "/v2/checkout/orders/([^/]+)/capture", Operation.CAPTURE, this::captureOrder),
                Route.of("GET", "/v2/payments/authorizations/([^/]+)", Operation.STATUS, this::authorization),
                Route.of("POST", "/v2/payments/authorizations/([^/]+)/capture", Operation.CAPTURE, this::capture),
                Route.of("POST", "/v2/payments/authorizations/([^/]+)/void", Operation.CANCEL, this::cancel),
                Route.of("GET", "/v2/payments/captures/([^/]+)", Operation.STATUS, this::captured),
                Route.of("POST", "/v2/payments/captures/([^/]+)/refund", Operation.REFUND, this::refund),
                Route.of("POST", "/v3/vault/payment-tokens", Operation.TOKENISE, (call, id) -> vault(call)),
                Route.of("POST", "/nvp", Operation.TOKENISE, (call, id) -> profile(call))
                        .saying("METHOD=CreateRecurringPaymentsProfile"));
    }

    @Override
    public boolean isAllowed(Call call) {
        return switch (call.path()) {
            case "/v1/oauth2/token" -> call.isBasic(CLIENT, SECRET);
            case "/cgi-bin/webscr" -> true;
            case "/nvp" ->
                NVP_USER.equals(call.form().get("USER"))
                        && SECRET.equals(call.form().get("PWD"));
            default ->
                call.path().startsWith("/v1/notifications/certs/") || call.says("Authorization", "Bearer " + token());
        };
    }

    @Override
    public @Nullable String keyOf(Call call) {
        return call.header("PayPal-Request-Id");
    }

    @Override
    public Answer error(int status) {
        return error(status, status == 401 ? "AUTHENTICATION_FAILURE" : "INTERNAL_SERVER_ERROR");
    }

    @Override
    public Map<String, String> settings(String url) {
        return Map.ofEntries(
                Map.entry("almoner.gateway.paypal.url", url),
                Map.entry("almoner.gateway.paypal.client-id", CLIENT),
                Map.entry("almoner.gateway.paypal.client-secret", SECRET),
                Map.entry("almoner.gateway.paypal.nvp-url", url + "/nvp"),
                Map.entry("almoner.gateway.paypal.nvp-user", NVP_USER),
                Map.entry("almoner.gateway.paypal.nvp-password", SECRET),
                Map.entry("almoner.gateway.paypal.nvp-signature", "simulated-signature"),
                Map.entry("almoner.gateway.paypal.postback-url", url + "/cgi-bin/webscr"),
                Map.entry("almoner.gateway.paypal.receivers[0]", PayPalIpn.RECEIVER),
                Map.entry("almoner.gateway.paypal.webhook-ids[0]", PayPalWebhook.WEBHOOK_ID),
                Map.entry("almoner.gateway.paypal.sandbox", "true"),
                Map.entry("almoner.gateway.paypal.authorities", Certificates.authority()),
                Map.entry("almoner.gateway.paypal.certificate-url", url + PayPalWebhook.CERTIFICATE));
    }

    @Override
    public @Nullable Notification tell(News news) {
        if (news.webhook()) {
            return PayPalWebhook.of(news);
        }
        var ipn = PayPalIpn.of(news);
        if (ipn != null && news.forgery() == Forgery.NONE) {
            told.add(ipn);
        }
        return ipn == null ? null : Notification.form(ipn);
    }

    @Override
    public void revoke() {
        revoked.incrementAndGet();
    }

    private Answer newToken() {
        return Answer.json(200, Map.of("access_token", token(), "token_type", "Bearer", "expires_in", 32400));
    }

    private String token() {
        return "A21-simulated-token-" + revoked.get();
    }

    private static Answer certificate() {
        return Answer.text(200, "application/x-pem-file", Certificates.PAYPAL.chain());
    }

    /** By the bytes: who orders or encodes the fields anew asks for something else. */
    private Answer verify(Call call) {
        var asked = call.text();
        var command = "cmd=_notify-validate&";
        var is = asked.startsWith(command) && told.contains(asked.substring(command.length()));
        return Answer.text(200, "text/plain", is ? "VERIFIED" : "INVALID");
    }

    private Answer order(Call call, String id) {
        return answer(200, payments.read(name(), id), PayPalOrder::of);
    }

    private Answer captureOrder(Call call, String id) {
        return answer(201, payments.capture(name(), id, null), PayPalOrder::of);
    }

    private Answer authorization(Call call, String id) {
        return answer(200, payments.read(name(), id), PayPalOrder::authorization);
    }

    private Answer capture(Call call, String id) {
        return answer(201, payments.capture(name(), id, amount(call)), PayPalOrder::capture);
    }

    private Answer cancel(Call call, String id) {
        var outcome = payments.cancel(name(), id);
        return outcome.effect() == Effect.CANCELLED
                ? Answer.empty(204).after(outcome.effect())
                : answer(200, outcome, PayPalOrder::authorization);
    }

    private Answer captured(Call call, String id) {
        return answer(200, payments.read(name(), id), PayPalOrder::capture);
    }

    private Answer refund(Call call, String id) {
        return answer(201, payments.refund(name(), id, amount(call)), PayPalOrder::refund);
    }

    private Answer vault(Call call) {
        var id = call.json().at("/payment_source/token/id").asText();
        return Answer.json(201, Map.of("id", Ids.code("vault", id), "customer", Map.of("id", Ids.code("customer", id))))
                .after(Effect.TOKENISED);
    }

    private static Answer profile(Call call) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("ACK", "Success");
        answer.put("PROFILEID", "I-" + Ids.code("profile", call.form().getOrDefault("TOKEN", "")));
        answer.put("PROFILESTATUS", "ActiveProfile");
        return Answer.text(200, "text/plain", Form.write(answer)).after(Effect.TOKENISED);
    }

    private static Answer answer(int status, Outcome outcome, PaymentView view) {
        var payment = outcome.payment();
        var answer =
                switch (outcome.effect()) {
                    case UNKNOWN_PAYMENT -> error(404, "RESOURCE_NOT_FOUND");
                    case SECOND_CAPTURE -> error(422, "ORDER_ALREADY_CAPTURED");
                    case REFUSED -> error(422, "UNPROCESSABLE_ENTITY");
                    default -> Answer.json(status, payment == null ? Map.of() : view.of(payment));
                };
        return answer.after(outcome.effect());
    }

    private static @Nullable BigDecimal amount(Call call) {
        var value = call.json().at("/amount/value");
        return value.isMissingNode() ? null : new BigDecimal(value.asText());
    }

    private static Answer error(int status, String name) {
        var details = List.of(Map.of("issue", name));
        return Answer.json(status, Map.of("name", name, "message", "simulated", "debug_id", "0", "details", details));
    }
}
