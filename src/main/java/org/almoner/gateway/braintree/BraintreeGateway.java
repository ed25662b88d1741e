package org.almoner.gateway.braintree;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayHttp;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks Braintree by GraphQL. Its key for repeated calls makes a second one give the first one's answer. */
@Component
class BraintreeGateway implements Gateway {

    private static final String TRANSACTION = "id orderId status amount { value currencyCode }";

    /** Errors of ours, or of the payment; all others may pass. */
    private static final Set<String> FINAL = Set.of("VALIDATION", "NOT_FOUND", "UNSUPPORTED_CLIENT");

    private final BraintreeSettings settings;
    private final RestClient http;
    private final GatewayJson json;

    BraintreeGateway(BraintreeSettings settings, GatewayHttp http, GatewayJson json) {
        this.settings = settings;
        this.http = http.client(settings.url());
        this.json = json;
    }

    @Override
    public String name() {
        return "braintree";
    }

    @Override
    public GatewayAnswer status(GatewayCall call) {
        var variables = json.object().put("id", call.payment().gatewayTxnId());
        var transaction = ask(
                        "query status($id: ID!) { node(id: $id) { ... on Transaction { " + TRANSACTION + " } } }",
                        variables)
                .path("node");
        return GatewayAnswer.done(json.write(status(transaction)));
    }

    @Override
    public GatewayAnswer capture(GatewayCall call) {
        var input = input(call);
        input.putObject("transaction").put("amount", call.amountOf().amount().toPlainString());
        var captured =
                change("captureTransaction", "CaptureTransactionInput", "transaction { " + TRANSACTION + " }", input);
        return expect(
                captured.path("transaction"),
                Set.of("SUBMITTED_FOR_SETTLEMENT", "SETTLING", "SETTLED", "SETTLEMENT_PENDING"));
    }

    /** What is settled already would be refunded by a reversal; that is not what was asked. */
    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        var status = json.read(status(call).detail(), PaymentStatus.class);
        if (status.state() != State.PENDING_POKE) {
            return status.state() == State.CANCELLED
                    ? GatewayAnswer.done()
                    : GatewayAnswer.refused("the payment is " + status.rawStatus());
        }
        var reversed = change(
                "reverseTransaction",
                "ReverseTransactionInput",
                "reversal { ... on Transaction { " + TRANSACTION + " } }",
                input(call));
        return expect(reversed.path("reversal"), Set.of("VOIDED"));
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        var input = input(call);
        input.putObject("refund").put("amount", call.amountOf().amount().toPlainString());
        var refund = change("refundTransaction", "RefundTransactionInput", "refund { id status }", input)
                .path("refund");
        String id = refund.path("id").textValue();
        return id == null ? GatewayAnswer.refused("the refund has no id") : GatewayAnswer.done("gateway_refund_id", id);
    }

    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        var used = call.context().path("payment_method_id");
        if (!used.isTextual()) {
            return GatewayAnswer.refused("what the donor paid by is not known");
        }
        var input = json.object().put("paymentMethodId", used.textValue());
        var token = change("vaultPaymentMethod", "VaultPaymentMethodInput", "paymentMethod { id }", input)
                .path("paymentMethod")
                .path("id");
        return token.isTextual()
                ? GatewayAnswer.done("recurring_payment_token", token.textValue())
                : GatewayAnswer.refused("no token");
    }

    private ObjectNode input(GatewayCall call) {
        return json.object()
                .put("transactionId", call.payment().gatewayTxnId())
                .put("apiRequestKey", call.idempotencyKey());
    }

    private JsonNode change(String name, String type, String wanted, ObjectNode input) {
        var variables = json.object();
        variables.set("input", input);
        return ask(
                        "mutation %1$s($input: %2$s!) { %1$s(input: $input) { %3$s } }".formatted(name, type, wanted),
                        variables)
                .path(name);
    }

    private JsonNode ask(String query, ObjectNode variables) {
        if (settings.keys().isEmpty()) {
            throw new GatewayFailure("braintree is not configured");
        }
        var key = settings.keys().get(0);
        var asked = json.object().put("query", query);
        asked.set("variables", variables);
        var answer = http.post()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Braintree-Version", settings.version())
                .headers(headers -> headers.setBasicAuth(key.publicKey(), key.privateKey()))
                .body(asked.toString().getBytes(UTF_8))
                .retrieve()
                .body(JsonNode.class);
        return dataOf(answer == null ? json.object() : answer);
    }

    /** GraphQL answers every question with status 200. */
    private static JsonNode dataOf(JsonNode answer) {
        var error = answer.path("errors").path(0);
        String kind = error.path("extensions").path("errorClass").asText("UNKNOWN");
        if (FINAL.contains(kind)) {
            throw new GatewayRefusal(kind);
        }
        if (!error.isMissingNode() || !answer.path("data").isObject()) {
            throw new GatewayFailure(error.isMissingNode() ? "an answer without data" : kind);
        }
        return answer.path("data");
    }

    private GatewayAnswer expect(JsonNode transaction, Set<String> wanted) {
        String status = transaction.path("status").asText("of no status");
        return wanted.contains(status)
                ? GatewayAnswer.done("gateway_txn_id", transaction.path("id").textValue())
                : GatewayAnswer.refused("the payment is " + status);
    }

    private PaymentStatus status(JsonNode transaction) {
        if (!transaction.path("status").isTextual()) {
            throw new GatewayRefusal("there is no such payment");
        }
        String raw = transaction.path("status").textValue();
        var amount = transaction.path("amount");
        return new PaymentStatus(
                state(raw),
                raw,
                transaction.path("id").textValue(),
                null,
                null,
                amount.path("value").isTextual()
                        ? new BigDecimal(amount.path("value").textValue())
                        : null,
                amount.path("currencyCode").textValue(),
                Map.of(),
                json.object());
    }

    private static State state(String status) {
        return switch (status) {
            case "SUBMITTED_FOR_SETTLEMENT", "SETTLING", "SETTLED", "SETTLEMENT_CONFIRMED" -> State.COMPLETE;
            case "AUTHORIZED" -> State.PENDING_POKE;
            case "AUTHORIZING", "SETTLEMENT_PENDING" -> State.PENDING;
            case "VOIDED" -> State.CANCELLED;
            default -> State.FAILED; // declined, failed or expired
        };
    }
}
