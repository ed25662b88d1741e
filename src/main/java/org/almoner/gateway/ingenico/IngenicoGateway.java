package org.almoner.gateway.ingenico;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks Ingenico's API, each call signed over what is sent but for the body. */
@Component
class IngenicoGateway implements Gateway {

    private static final String JSON = "application/json";

    private final IngenicoSettings settings;
    private final RestClient http;
    private final GatewayJson json;
    private final Clock clock;

    IngenicoGateway(IngenicoSettings settings, GatewayHttp http, GatewayJson json, Clock clock) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ingenico";
    }

    /** Of the payment, or of the checkout where the donor was before there was one. */
    @Override
    public GatewayAnswer status(GatewayCall call) {
        var answer = call.payment().gatewayTxnId() == null
                ? ask(
                        call,
                        HttpMethod.GET,
                        "hostedcheckouts/{id}",
                        null,
                        call.payment().sessionId())
                : ask(
                        call,
                        HttpMethod.GET,
                        "payments/{id}",
                        null,
                        call.payment().gatewayTxnId());
        return GatewayAnswer.done(json.write(answer.paymentIn().asStatus(settings.risk())));
    }

    /** Ingenico calls it to approve. */
    @Override
    public GatewayAnswer capture(GatewayCall call) {
        var amount = json.object().put("amount", call.amountOf().minorUnits());
        return changed(payments(call, "approve", amount), Set.of("CAPTURE_REQUESTED", "CAPTURED", "PAID"));
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        return changed(payments(call, "cancel", json.object()), Set.of("CANCELLED"));
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        var money = call.amountOf();
        var asked = json.object();
        asked.putObject("amountOfMoney").put("amount", money.minorUnits()).put("currencyCode", money.currency());
        var refund = payments(call, "refund", asked);
        return refund.id() == null
                ? GatewayAnswer.refused("the refund has no id")
                : GatewayAnswer.done("gateway_refund_id", refund.id());
    }

    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        String token = payments(call, "tokenize", json.object()).token();
        return token == null ? GatewayAnswer.refused("no token") : GatewayAnswer.done("recurring_payment_token", token);
    }

    private GatewayAnswer changed(IngenicoAnswer answer, Set<String> wanted) {
        String status = answer.paymentIn().mustHaveStatus();
        return wanted.contains(status) ? GatewayAnswer.done() : GatewayAnswer.refused("the payment is " + status);
    }

    private IngenicoAnswer payments(GatewayCall call, String what, ObjectNode asked) {
        return ask(
                call,
                HttpMethod.POST,
                "payments/{id}/" + what,
                asked,
                call.payment().gatewayTxnId());
    }

    private IngenicoAnswer ask(
            GatewayCall call, HttpMethod method, String path, @Nullable ObjectNode asked, @Nullable String id) {
        if (settings.merchant().isBlank()
                || settings.apiKeyId().isBlank()
                || settings.apiSecret().isBlank()) {
            throw new GatewayFailure("ingenico is not configured");
        }
        if (id == null) {
            throw new GatewayRefusal("the payment is known neither by an id nor by a checkout");
        }
        var said = send(method, uri(path, id), asked, asked == null ? "" : call.idempotencyKey());
        return GatewayHttp.read(said, IngenicoAnswer.class);
    }

    private URI uri(String path, String id) {
        return UriComponentsBuilder.fromUriString(settings.url())
                .path("/v1/{merchant}/" + path)
                .build(settings.merchant(), id);
    }

    private RestClient.ResponseSpec send(HttpMethod method, URI uri, @Nullable ObjectNode asked, String key) {
        String date = IngenicoSignature.dateOf(clock.instant());
        var signature = new IngenicoSignature(method.name(), asked == null ? "" : JSON, date, key, uri.getRawPath());
        var request = http.method(method)
                .uri(uri)
                .header("Date", date)
                .header("Authorization", signature.authorization(settings.apiKeyId(), settings.apiSecret()));
        if (asked != null) {
            request.header("Content-Type", JSON)
                    .header("X-GCS-Idempotence-Key", key)
                    .body(asked.toString().getBytes(UTF_8));
        }
        return request.retrieve();
    }
}
