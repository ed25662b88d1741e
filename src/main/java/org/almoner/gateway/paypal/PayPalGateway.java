package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.web.client.HttpClientErrorException.UnprocessableEntity;

/** PayPal's orders and payments. A donor who was at PayPal has an order; what is known by its transaction has a capture. */
class PayPalGateway implements Gateway {

    private static final String ORDER = "/v2/checkout/orders/{id}";
    private static final String AUTHORIZATION = "/v2/payments/authorizations/{id}";
    private static final String CAPTURE = "/v2/payments/captures/{id}";
    private static final String VAULT = "/v3/vault/payment-tokens";

    private final String name;
    private final PayPalApi api;
    private final PayPalProfiles profiles;
    private final PayPalNotifications notifications;
    private final GatewayJson json;

    PayPalGateway(
            String name, PayPalApi api, PayPalProfiles profiles, PayPalNotifications notifications, GatewayJson json) {
        this.name = name;
        this.api = api;
        this.profiles = profiles;
        this.notifications = notifications;
        this.json = json;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GatewayAnswer status(GatewayCall call) {
        return order(call)
                .map(order -> done(PayPalOrderStatus.ofOrder(api.get(ORDER, order))))
                .orElseGet(() -> done(PayPalOrderStatus.ofCapture(api.get(CAPTURE, transaction(call)))));
    }

    /** Of an order, all of it; of an authorization, what is asked for. */
    @Override
    public GatewayAnswer capture(GatewayCall call) {
        try {
            return captured(order(call)
                    .map(order -> PayPalOrderStatus.capture(
                                    api.post(ORDER + "/capture", order, call, PayPalApi.nothing()))
                            .orElseThrow(() -> new GatewayFailure("PayPal names no capture")))
                    .orElseGet(() -> api.post(
                            AUTHORIZATION + "/capture", transaction(call), call, PayPalApi.amount(call.amountOf()))));
        } catch (UnprocessableEntity e) {
            return capturedBefore(call, e);
        }
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        var authorization = order(call)
                .map(order -> api.get(ORDER, order)
                        .at("/purchase_units/0/payments/authorizations/0/id")
                        .asText())
                .orElseGet(() -> transaction(call));
        if (authorization.isEmpty()) {
            return GatewayAnswer.refused("there is no authorization to be voided");
        }
        api.post(AUTHORIZATION + "/void", authorization, call, PayPalApi.nothing());
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        JsonNode refund = api.post(CAPTURE + "/refund", transaction(call), call, PayPalApi.amount(call.amountOf()));
        return switch (refund.path("status").asText()) {
            case "COMPLETED", "PENDING" ->
                GatewayAnswer.done("gateway_refund_id", refund.path("id").asText());
            case "CANCELLED", "FAILED" ->
                GatewayAnswer.refused(refund.path("status").asText());
            default -> throw new GatewayFailure("PayPal says a status of the refund that nobody knows");
        };
    }

    /** By what the donor has agreed to at PayPal, which is named where a payment has its session: a set-up token. */
    @Override
    public GatewayAnswer tokenise(GatewayCall call) {
        String agreed = order(call)
                .orElseThrow(() -> new GatewayRefusal("there is nothing that the donor has agreed to at PayPal"));
        JsonNode kept = api.post(VAULT, agreed, call, PayPalApi.setUpToken(agreed));
        String token = kept.path("id").asText();
        if (token.isEmpty()) {
            throw new GatewayFailure("PayPal names no token");
        }
        return GatewayAnswer.done("recurring_payment_token", token);
    }

    @Override
    public GatewayAnswer subscribe(GatewayCall call) {
        return profiles.create(call);
    }

    @Override
    public GatewayAnswer verify(GatewayCall call) {
        return notifications.verify(call);
    }

    private GatewayAnswer captured(JsonNode capture) {
        var state = PayPalOrderStatus.stateOfCapture(capture);
        return state == State.COMPLETE
                ? GatewayAnswer.done("gateway_txn_id", capture.path("id").asText())
                : GatewayAnswer.refused(
                        "the capture is " + capture.path("status").asText());
    }

    /** By a call of ours whose answer was lost for longer than PayPal remembers its key, or by the front end. */
    private GatewayAnswer capturedBefore(GatewayCall call, UnprocessableEntity refusal) {
        var order = order(call).filter(any -> refusal.getResponseBodyAsString().contains("ORDER_ALREADY_CAPTURED"));
        return order.flatMap(id -> PayPalOrderStatus.capture(api.get(ORDER, id)))
                .map(this::captured)
                .orElseThrow(() -> refusal);
    }

    private static Optional<String> order(GatewayCall call) {
        return Optional.ofNullable(call.payment().sessionId()).filter(id -> !id.isEmpty());
    }

    private static String transaction(GatewayCall call) {
        String id = call.payment().gatewayTxnId();
        if (id == null || id.isEmpty()) {
            throw new GatewayRefusal("there is nothing by which PayPal would know the payment");
        }
        return id;
    }

    private GatewayAnswer done(PaymentStatus status) {
        return GatewayAnswer.done(json.write(status));
    }
}
