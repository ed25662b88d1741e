package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.money.Money;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/** How PayPal's API is spoken with: JSON, a token, and a key by which it knows that it was asked before. */
@Component
class PayPalApi {

    private final PayPalSettings settings;
    private final PayPalToken token;
    private final RestClient http;

    PayPalApi(PayPalSettings settings, PayPalToken token, GatewayHttp http) {
        this.settings = settings;
        this.token = token;
        this.http = http.client(settings.url());
    }

    JsonNode get(String path, String id) {
        return said(http.get().uri(path, id));
    }

    JsonNode post(String path, String id, GatewayCall call, ObjectNode body) {
        return said(http.post()
                .uri(path, id)
                .header("PayPal-Request-Id", call.idempotencyKey())
                .header("Prefer", "return=representation")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode amount(Money money) {
        var body = nothing();
        body.putObject("amount")
                .put("currency_code", money.currency())
                .put("value", money.amount().toPlainString());
        return body;
    }

    static ObjectNode setUpToken(String id) {
        var body = nothing();
        body.putObject("payment_source").putObject("token").put("id", id).put("type", "SETUP_TOKEN");
        return body;
    }

    /** PayPal may withdraw a token before its time: it is asked once more, with another one. */
    private JsonNode said(RequestHeadersSpec<?> request) {
        if (!settings.canBeAsked()) {
            throw new GatewayFailure("almoner.gateway.paypal is not configured");
        }
        String known = token.get();
        try {
            return said(request, known);
        } catch (Unauthorized e) {
            return saidTo(token.insteadOf(known), request);
        }
    }

    private static JsonNode saidTo(String another, RequestHeadersSpec<?> request) {
        try {
            return said(request, another);
        } catch (Unauthorized e) {
            throw new GatewayFailure("PayPal does not take the token that it has just given");
        }
    }

    private static JsonNode said(RequestHeadersSpec<?> request, String token) {
        JsonNode said = request.headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(JsonNode.class);
        return said == null ? nothing() : said;
    }
}
