package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.regex.Pattern;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.PaymentStatus;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Amazon Pay's charges and refunds, and what buyers permit. */
@Component
class AmazonGateway implements Gateway {

    /** In the context of a call: what the buyer is to be charged by anew. */
    static final String PERMISSION = "charge_permission_id";

    /** In the context of a call: what the buyer is to be charged by no more. */
    static final String TOKEN = "recurring_payment_token";

    private static final Pattern REFUND = Pattern.compile(".*-R[0-9A-Za-z]*");

    private final AmazonApi api;
    private final SnsTopics topics;
    private final GatewayJson json;
    private final Clock clock;

    AmazonGateway(AmazonApi api, SnsTopics topics, GatewayJson json, Clock clock) {
        this.api = api;
        this.topics = topics;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "amazon";
    }

    /** Of a charge or a refund; without either, of what the buyer of the session permits, and who that is. */
    @Override
    public GatewayAnswer status(GatewayCall call) {
        String id = call.payment().gatewayTxnId();
        if (id == null || id.isEmpty()) {
            return done(AmazonStatus.ofPermission(
                    api.get("/chargePermissions/" + part(call.payment().sessionId()))));
        }
        return REFUND.matcher(id).matches()
                ? done(AmazonStatus.ofRefund(api.get("/refunds/" + part(id)), clock.instant()))
                : done(AmazonStatus.ofCharge(api.get("/charges/" + part(id)), clock.instant()));
    }

    /** A charge, or a new one of what the buyer permits, which is authorised at once or not at all. */
    @Override
    public GatewayAnswer capture(GatewayCall call) {
        String permission = call.context().path(PERMISSION).asText();
        return permission.isEmpty() ? captureCharge(call) : charge(permission, call);
    }

    private GatewayAnswer charge(String permission, GatewayCall call) {
        var body = AmazonJobs.payload()
                .put("chargePermissionId", permission)
                .put("captureNow", true)
                .put("canHandlePendingAuthorization", false);
        body.set("chargeAmount", amount(call.amountOf()));
        var charge = api.post("/charges", body, call.idempotencyKey());
        return GatewayAnswer.done("gateway_txn_id", charge.path("chargeId").asText());
    }

    private GatewayAnswer captureCharge(GatewayCall call) {
        var body = AmazonJobs.payload();
        body.set("captureAmount", amount(call.amountOf()));
        var charge = api.post("/charges/" + transaction(call) + "/capture", body, call.idempotencyKey());
        return GatewayAnswer.done("gateway_txn_id", charge.path("chargeId").asText());
    }

    @Override
    public GatewayAnswer cancel(GatewayCall call) {
        api.delete(
                "/charges/" + transaction(call) + "/cancel",
                AmazonJobs.payload().put("cancellationReason", "not captured"));
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer refund(GatewayCall call) {
        var body = AmazonJobs.payload().put("chargeId", transaction(call));
        body.set("refundAmount", amount(call.amountOf()));
        var refund = api.post("/refunds", body, call.idempotencyKey());
        return GatewayAnswer.done("gateway_refund_id", refund.path("refundId").asText());
    }

    @Override
    public GatewayAnswer forget(GatewayCall call) {
        String permission = call.context().path(TOKEN).asText();
        api.delete(
                "/chargePermissions/" + part(permission) + "/close",
                AmazonJobs.payload().put("closureReason", "no more charges").put("cancelPendingCharges", false));
        return GatewayAnswer.done();
    }

    @Override
    public GatewayAnswer verify(GatewayCall call) {
        return topics.verify(call);
    }

    @Override
    public GatewayAnswer fetch(GatewayCall call) {
        return topics.confirm(call);
    }

    private static String transaction(GatewayCall call) {
        return part(call.payment().gatewayTxnId());
    }

    private static String part(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw new GatewayRefusal("there is nothing by which Amazon would know the payment");
        }
        return UriUtils.encodePathSegment(id, UTF_8);
    }

    private static ObjectNode amount(Money money) {
        return AmazonJobs.payload()
                .put("amount", money.amount().toPlainString())
                .put("currencyCode", money.currency());
    }

    private GatewayAnswer done(PaymentStatus status) {
        return GatewayAnswer.done(json.write(status));
    }
}
