package org.almoner.gateway.paypal;

import java.util.Set;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;

/** Money that went back to a donor. */
final class IpnRefund {

    /** Why we, or PayPal for us, gave it back; any other reason is the donor's bank. */
    private static final Set<String> REFUNDED = Set.of(
            "refund", "buyer_complaint", "other", "unauthorized_spoof", "unauthorized_claim", "admin_fraud_reversal");

    private IpnRefund() {}

    static Onward of(Ipn ipn) {
        var message = IpnFields.of(ipn)
                .put("gateway", ipn.has("invoice") || ipn.has("rp_invoice_id") ? "paypal_ec" : "paypal")
                .put("gateway_refund_id", ipn.text("txn_id"))
                .put("gross_currency", ipn.text("mc_currency"))
                .put("type", type(ipn));
        return Onward.of(Kind.REFUND, message);
    }

    private static String type(Ipn ipn) {
        if (ipn.is("txn_type", "adjustment")) {
            return "chargeback";
        }
        String reason = ipn.text("reason_code");
        if (reason.isEmpty()) {
            return ipn.is("payment_status", "Reversed") ? "chargeback" : "refund";
        }
        return REFUNDED.contains(reason) ? "refund" : reason;
    }
}
