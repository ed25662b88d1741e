package org.almoner.gateway.gravy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.almoner.gateway.AllowedUrls;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.ReportFolder;
import org.almoner.gateway.SafeFetch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/** Asks Gravy's API, each call with a token of its own. */
@Component
class GravyGateway implements Gateway {

    private static final DataSize LARGEST_REPORT = DataSize.ofMegabytes(512);

    private final GravySettings settings;
    private final RestClient http;
    private final SafeFetch fetch;
    private final ReportFolder reports;
    private final GatewayJson json;
    private final Clock clock;

    GravyGateway(
            GravySettings settings,
            GatewayHttp http,
            SafeFetch fetch,
            ReportFolder reports,
            GatewayJson json,
            Clock clock) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.fetch = fetch;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "gravy";
    }

    /** Of a refund, where the context names one. */
    @Override
    public GatewayAnswer status(GatewayCall call) {
        String refund = call.context().path("refund_id").textValue();
        if (refund != null) {
            var answer = ask(call, HttpMethod.GET, "/refunds/{id}", null, GravyRefund.class, refund);
            return GatewayAnswer.done(json.write(answer.asStatus()));
        }
        var answer = transaction(call);
        var detail = json.write(answer.status(settings.risk(), json.object()));
        return GatewayAnswer.done(detail.put("error_code", answer.errorCode()));
    }

    @Override
    public GatewayAnswer capture(GatewayCall call) {
        var amount = json.object().put("amount", call.amountOf().minorUnits());
        var captured =
                ask(call, HttpMethod.POST, "/transactions/{id}/capture", amount, GravyTransaction.class, txnId(call));
        return switch (captured.status()) {
            case "capture_succeeded", "capture_pending" -> GatewayAnswer.done();
            default -> GatewayAnswer.refused("the payment is " + captured.status());
        };
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        var voided = ask(
                call, HttpMethod.POST, "/transactions/{id}/void", json.object(), GravyTransaction.class, txnId(call));
        return voided.status().startsWith("authorization_void")
                ? GatewayAnswer.done()
                : GatewayAnswer.refused("the payment is " + voided.status());
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        var amount = json.object().put("amount", call.amountOf().minorUnits());
        var refund = ask(call, HttpMethod.POST, "/transactions/{id}/refunds", amount, GravyRefund.class, txnId(call));
        return refund.isDeclined()
                ? GatewayAnswer.refused("the refund is " + refund.status())
                : GatewayAnswer.done("gateway_refund_id", refund.id());
    }

    /** The payment method that Gravy has kept with the payment. */
    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        String token = transaction(call).token();
        return token == null
                ? GatewayAnswer.refused("the payment has no token")
                : GatewayAnswer.done("recurring_payment_token", token);
    }

    @Override
    public GatewayAnswer forget(GatewayCall call) {
        String token = call.context().path("recurring_payment_token").asText();
        request(call, HttpMethod.DELETE, "/payment-methods/{id}", token)
                .retrieve()
                .toBodilessEntity();
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer fetch(GatewayCall call) {
        var allowed = new AllowedUrls(Set.copyOf(settings.reportHosts()), Pattern.compile("/.+"), LARGEST_REPORT);
        String url = call.context().path("url").isTextual()
                ? call.context().path("url").textValue()
                : urlOf(call);
        reports.keep(call.context().path("file").asText(), file -> fetch.fetch(url, allowed, Map.of(), file));
        return GatewayAnswer.done();
    }

    /** It is good for some minutes only, so it is asked for just before. */
    private String urlOf(GatewayCall call) {
        var context = call.context();
        var link = ask(
                call,
                HttpMethod.POST,
                "/reports/{report}/executions/{execution}/url",
                json.object(),
                Link.class,
                context.path("report_id").asText(),
                context.path("execution_id").asText());
        return link.url();
    }

    private GravyTransaction transaction(GatewayCall call) {
        return ask(call, HttpMethod.GET, "/transactions/{id}", null, GravyTransaction.class, txnId(call));
    }

    private static String txnId(GatewayCall call) {
        return String.valueOf(call.payment().gatewayTxnId());
    }

    private <T> T ask(
            GatewayCall call,
            HttpMethod method,
            String path,
            @Nullable ObjectNode asked,
            Class<T> type,
            String... ids) {
        var request = request(call, method, path, ids);
        if (asked != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(asked.toString().getBytes(UTF_8));
        }
        return GatewayHttp.read(request.retrieve(), type);
    }

    private RestClient.RequestBodySpec request(GatewayCall call, HttpMethod method, String path, String... ids) {
        String token = GravyToken.of(settings).at(clock.instant());
        return http.method(method)
                .uri(path, (Object[]) ids)
                .header("Authorization", "Bearer " + token)
                .header("x-gr4vy-merchant-account-id", call.account() == null ? settings.account() : call.account())
                .header("Idempotency-Key", call.idempotencyKey());
    }

    /** Where a report can be had for a while. */
    private record Link(String url) {}
}
