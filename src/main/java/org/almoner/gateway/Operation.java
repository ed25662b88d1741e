package org.almoner.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a gateway has done, or tried to do, for an order.
 *
 * @param type such as {@code AUTHORIZATION} or {@code REFUND}
 * @param result such as {@code EXECUTED} or {@code VOIDED}
 * @param circuit by which the donor paid
 * @param additionalData by the gateway's names
 */
public record Operation(
        String type,
        String result,
        @Nullable String id,
        @Nullable String endToEndId,
        @Nullable String circuit,
        @Nullable Map<String, String> additionalData) {

    /** What the payment is called from its payer's bank to its payee's; some circuits say it elsewhere. */
    public @Nullable String paymentEndToEndId() {
        if (additionalData == null || circuit == null) {
            return endToEndId;
        }
        return switch (circuit) {
            case "BANCOMATPAY" -> additionalData.get("bpayEndToEndId");
            case "MYBANK" -> additionalData.get("myBankEndToEndId");
            default -> endToEndId;
        };
    }

    boolean is(String type) {
        return this.type.equals(type);
    }

    boolean resultedIn(String result) {
        return this.result.equals(result);
    }
}
