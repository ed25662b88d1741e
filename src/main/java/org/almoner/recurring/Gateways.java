package org.almoner.recurring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What gateways are asked to do for recurring gifts. */
@Component
class Gateways {

    private final GatewayCalls calls;

    Gateways(GatewayCalls calls) {
        this.calls = calls;
    }

    /** The donor does not want to be charged by it again. */
    void forgetToken(MonthlyConvertDecline decline) {
        var gift = decline.gift();
        String token = gift.recurringPaymentToken();
        if (token != null) {
            String name = UUID.nameUUIDFromBytes(token.getBytes(UTF_8))
                    .toString(); // who holds the token can charge the donor
            var context = JsonNodeFactory.instance.objectNode().put("recurring_payment_token", token);
            calls.intend(new GatewayCall(
                    "forget:" + gift.gateway() + ":" + name,
                    gift.gateway(),
                    null,
                    Ask.FORGET,
                    PaymentReference.of(decline.orderId(), gift.gatewayTxnId()),
                    null,
                    TokenForgotten.PURPOSE,
                    context));
        }
    }

    /** The donor had cancelled before this was taken. */
    void refund(UpiDonation donation, Subscription cancelled) {
        var agreement = donation.agreement();
        String gateway = agreement.gateway();
        String gatewayTxnId = agreement.gift().gatewayTxnId();
        calls.intend(new GatewayCall(
                "refund:" + gateway + ":" + gatewayTxnId,
                gateway,
                null,
                Ask.REFUND,
                PaymentReference.of(agreement.orderId(), gatewayTxnId),
                agreement.pledge().money(),
                CancelledGiftRefunded.PURPOSE,
                refund(gateway, gatewayTxnId, agreement.pledge().money())));
    }

    /** The message on {@code refund}, but for what the gateway is going to call it. */
    private static ObjectNode refund(String gateway, @Nullable String gatewayTxnId, Money money) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "refund")
                .put("gateway", gateway)
                .put("gateway_parent_id", gatewayTxnId)
                .put("gross", money.amount().toPlainString())
                .put("gross_currency", money.currency());
    }
}
