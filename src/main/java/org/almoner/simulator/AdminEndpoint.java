package org.almoner.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the simulator is told what to do, and asked what it has seen. */
final class AdminEndpoint implements HttpHandler {
    private static final String FAULTS = "/faults/";
    private static final String TOKENS = "/tokens/";
    private static final Pattern NUMBER = Pattern.compile("/notifications/(\\d+)/replay");

    private final Desk desk;

    AdminEndpoint(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = Call.of(exchange);
        answer(call).send(exchange);
    }

    private Answer answer(Call call) {
        try {
            if (call.path().startsWith(FAULTS)) {
                return fault(call, call.path().substring(FAULTS.length()));
            }
            if (call.path().startsWith(TOKENS) && call.method().equals("DELETE")) {
                return revoke(call.path().substring(TOKENS.length()));
            }
            return NUMBER.matcher(call.path()).matches() ? replay(call) : plain(call);
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("message", String.valueOf(e.getMessage())));
        }
    }

    private Answer plain(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "PUT /listeners" -> listeners(call.json());
            case "POST /payments" -> put(call.json());
            case "GET /payments" -> list(desk.payments.all());
            case "GET /calls" -> list(desk.calls.all());
            case "POST /notifications" -> tell(call.json());
            case "GET /notifications" -> list(desk.messenger.deliveries());
            case "DELETE ", "DELETE /" -> forget();
            default -> Answer.json(404, Map.of("message", "there is no " + call.method() + " " + call.path()));
        };
    }

    private Answer listeners(JsonNode request) {
        desk.messenger.listeners(request.path("url").asText());
        return Answer.empty(204);
    }

    private Answer put(JsonNode request) {
        var payment = payment(request);
        desk.payments.put(payment);
        var event = request.path("notify").asBoolean() ? event(payment.state()) : null;
        if (event != null) {
            desk.tell(payment, event, Forgery.NONE, false);
        }
        return Answer.empty(204);
    }

    private Answer tell(JsonNode request) {
        var payment = desk.payments
                .find(text(request, "gateway"), text(request, "payment"))
                .orElseThrow(() -> new IllegalArgumentException("there is no such payment"));
        var event = Event.valueOf(name(text(request, "event")));
        var forgery = Forgery.valueOf(name(request.path("forged").asText("none")));
        var number = desk.tell(payment, event, forgery, request.path("webhook").asBoolean());
        number.ifPresent(sent -> desk.repeat(sent, request.path("times").asInt(1) - 1));
        return Answer.json(200, Map.of("number", number.orElse(0)));
    }

    private Answer replay(Call call) {
        var number = Integer.parseInt(call.path().replaceAll("\\D", ""));
        return Answer.empty(desk.messenger.replay(number) ? 204 : 404);
    }

    private Answer fault(Call call, String gateway) {
        if (call.method().equals("DELETE")) {
            desk.faults.clear(gateway);
            return Answer.empty(204);
        }
        var request = call.json();
        desk.faults.put(
                gateway,
                new Fault(
                        Fault.Kind.valueOf(name(text(request, "kind"))),
                        request.has("operation") ? Operation.valueOf(name(text(request, "operation"))) : null,
                        request.path("status").asInt(500),
                        Duration.ofMillis(request.path("millis").asLong()),
                        request.path("times").asInt(Integer.MAX_VALUE)));
        return Answer.empty(204);
    }

    private Answer revoke(String gateway) {
        desk.revoke(gateway);
        return Answer.empty(204);
    }

    private Answer forget() {
        desk.forget();
        return Answer.empty(204);
    }

    private static Payment payment(JsonNode request) {
        var id = text(request, "id");
        var payment = Payment.authorised(
                text(request, "gateway"),
                id,
                text(request, "order"),
                new BigDecimal(text(request, "amount")).toPlainString(),
                text(request, "currency"));
        return payment.paidBy(
                        request.path("method").asText(payment.method()),
                        request.path("token").asText(payment.token()))
                .in(State.valueOf(name(request.path("state").asText("authorised"))));
    }

    private static @Nullable Event event(State state) {
        return switch (state) {
            case PENDING -> null;
            case AUTHORISED -> Event.AUTHORISED;
            case CAPTURED -> Event.CAPTURED;
            case CANCELLED -> Event.CANCELLED;
            case REFUNDED -> Event.REFUNDED;
            case REFUSED -> Event.REFUSED;
        };
    }

    private static Answer list(List<?> rows) {
        return Answer.text(200, "application/json", Json.write(rows));
    }

    private static String text(JsonNode request, String field) {
        if (!request.path(field).isValueNode()) {
            throw new IllegalArgumentException("the field " + field + " is missing");
        }
        return request.get(field).asText();
    }

    private static String name(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
