package org.almoner.gateway.dlocal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Hmac;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks dLocal's API, each call signed over login, time and body. */
@Component
class DLocalGateway implements Gateway {

    private final DLocalSettings settings;
    private final RestClient http;
    private final GatewayJson json;
    private final Clock clock;

    DLocalGateway(DLocalSettings settings, GatewayHttp http, GatewayJson json, Clock clock) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dlocal";
    }

    @Override
    public GatewayAnswer status(GatewayCall call) {
        return GatewayAnswer.done(json.write(payment(call).status(json.object())));
    }

    @Override
    public GatewayAnswer capture(GatewayCall call) {
        var asked = money(call).put("authorization_id", call.payment().gatewayTxnId());
        var captured =
                post(call, "/payments", asked.put("order_id", call.payment().orderId()));
        return captured.is("PAID")
                ? GatewayAnswer.done("gateway_txn_id", captured.id())
                : GatewayAnswer.refused("the capture is " + captured.status());
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        var cancelled = post(call, "/payments/{id}/cancel", json.object(), txnId(call));
        return cancelled.is("CANCELLED")
                ? GatewayAnswer.done()
                : GatewayAnswer.refused("the payment is " + cancelled.status());
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        var refunded = post(
                call, "/refunds", money(call).put("payment_id", call.payment().gatewayTxnId()));
        return refunded.is("SUCCESS") || refunded.is("PENDING")
                ? GatewayAnswer.done("gateway_refund_id", refunded.id())
                : GatewayAnswer.refused("the refund is " + refunded.status());
    }

    /** The token is part of the payment. */
    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        String token = payment(call).token();
        return token == null
                ? GatewayAnswer.refused("the payment has no token")
                : GatewayAnswer.done("recurring_payment_token", token);
    }

    private DLocalAnswer payment(GatewayCall call) {
        return GatewayHttp.read(
                http.get()
                        .uri("/payments/{id}", txnId(call))
                        .headers(headers -> sign(headers, new byte[0]))
                        .retrieve(),
                DLocalAnswer.class);
    }

    private DLocalAnswer post(GatewayCall call, String path, ObjectNode asked, Object... ids) {
        byte[] body = asked.toString().getBytes(UTF_8);
        return GatewayHttp.read(
                http.post()
                        .uri(path, ids)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Idempotency-Key", call.idempotencyKey())
                        .headers(headers -> sign(headers, body))
                        .body(body)
                        .retrieve(),
                DLocalAnswer.class);
    }

    private void sign(HttpHeaders headers, byte[] body) {
        if (!settings.hasSecrets()) {
            throw new GatewayFailure("dlocal is not configured");
        }
        String date = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        byte[] seal = Hmac.sha256(settings.secrets().get(0)).of((settings.login() + date).getBytes(UTF_8), body);
        headers.set("X-Date", date);
        headers.set("X-Login", settings.login());
        headers.set("X-Trans-Key", settings.transKey());
        headers.set("X-Version", "2.1");
        headers.set(
                "Authorization", "V2-HMAC-SHA256, Signature: " + HexFormat.of().formatHex(seal));
    }

    private static String txnId(GatewayCall call) {
        return String.valueOf(call.payment().gatewayTxnId());
    }

    private ObjectNode money(GatewayCall call) {
        var amount = call.amountOf();
        return json.object().put("amount", amount.amount()).put("currency", amount.currency());
    }
}
