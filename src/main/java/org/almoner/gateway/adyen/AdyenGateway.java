package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.ReportFolder;
import org.almoner.gateway.SafeFetch;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks Adyen's Checkout API. What was done to a payment it tells nobody who asks, only by notifications. */
@Component
class AdyenGateway implements Gateway {

    private final AdyenSettings settings;
    private final RestClient http;
    private final SafeFetch safely;
    private final ReportFolder reports;
    private final GatewayJson json;

    AdyenGateway(AdyenSettings settings, GatewayHttp http, SafeFetch safely, ReportFolder reports, GatewayJson json) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.safely = safely;
        this.reports = reports;
        this.json = json;
    }

    @Override
    public String name() {
        return "adyen";
    }

    @Override
    public GatewayAnswer capture(GatewayCall call) {
        modify(call, "captures", call.amountOf());
        return GatewayAnswer.done("gateway_txn_id", payment(call));
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        modify(call, "cancels", null);
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        String refund = modify(call, "refunds", call.amountOf());
        return GatewayAnswer.done("gateway_refund_id", refund);
    }

    /** The first of the payment details that it keeps of the donor. */
    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        String donor = call.context().path("processor_contact_id").asText();
        var kept = http.get()
                .uri(
                        "/storedPaymentMethods?merchantAccount={account}&shopperReference={donor}",
                        settings.accountName(call.account()),
                        donor)
                .header("X-API-Key", apiKey(call))
                .retrieve();
        String token = GatewayHttp.read(kept, JsonNode.class)
                .path("storedPaymentMethods")
                .path(0)
                .path("id")
                .asText();
        return token.isEmpty()
                ? GatewayAnswer.refused("the donor has no stored payment method")
                : GatewayAnswer.done("recurring_payment_token", token);
    }

    /** Donors are called like the order by which they agreed to be charged again. */
    @Override
    public GatewayAnswer forget(GatewayCall call) {
        http.delete()
                .uri(
                        "/storedPaymentMethods/{token}?merchantAccount={account}&shopperReference={donor}",
                        call.context().path("recurring_payment_token").asText(),
                        settings.accountName(call.account()),
                        call.payment().orderId())
                .header("X-API-Key", apiKey(call))
                .retrieve()
                .toBodilessEntity();
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer fetch(GatewayCall call) {
        String url = call.context().path("report_url").asText();
        String name = url.substring(url.lastIndexOf('/') + 1);
        var account = settings.account(call.account());
        var login = Base64.getEncoder()
                .encodeToString((account.reportUser() + ":" + account.reportPassword()).getBytes(UTF_8));
        reports.keep(
                name,
                report -> safely.fetch(url, settings.reports(), Map.of("Authorization", "Basic " + login), report));
        return GatewayAnswer.done("report", name);
    }

    /** What it is going to call this; it says only that it was told, and how it ended in a notification. */
    private String modify(GatewayCall call, String what, @Nullable Money amount) {
        var request = json.object()
                .put("merchantAccount", settings.accountName(call.account()))
                .put("reference", call.payment().orderId());
        if (amount != null) {
            request.set("amount", amount(amount));
        }
        var answer = http.post()
                .uri("/payments/{payment}/{what}", payment(call), what)
                .header("X-API-Key", apiKey(call))
                .header("Idempotency-Key", call.idempotencyKey())
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve();
        String reference =
                GatewayHttp.read(answer, JsonNode.class).path("pspReference").asText();
        if (reference.isEmpty()) {
            throw new GatewayFailure("an answer without pspReference");
        }
        return reference;
    }

    private ObjectNode amount(Money amount) {
        return json.object().put("currency", amount.currency()).put("value", MinorUnits.of(amount));
    }

    private String apiKey(GatewayCall call) {
        String key = settings.account(call.account()).apiKey();
        if (key.isBlank()) {
            throw new GatewayRefusal("adyen has no api-key for this account");
        }
        return key;
    }

    private static String payment(GatewayCall call) {
        String payment = call.payment().gatewayTxnId();
        if (payment == null || payment.isEmpty()) {
            throw new GatewayRefusal("a payment without gateway_txn_id");
        }
        return payment;
    }
}
