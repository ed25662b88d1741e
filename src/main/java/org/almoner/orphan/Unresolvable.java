package org.almoner.orphan;

import java.util.Optional;
import java.util.Set;

/** Which payments no gateway could tell us anything about that would be of use. */
final class Unresolvable {

    private static final Set<String> METHODS = Set.of("cc", "google", "paypal");
    private static final Set<String> KNOW_SESSIONS_ONLY = Set.of("ingenico", "paypal");

    private Unresolvable() {}

    /** In words; nothing when the gateway can be asked. */
    static Optional<String> reason(BegunPayment payment) {
        if (payment.reference().orderId() == null) {
            return Optional.of("order_id is missing");
        }
        if (payment.contributionTrackingId() == null || payment.contributionTrackingId() <= 0) {
            return Optional.of("contribution_tracking_id is missing");
        }
        if (!METHODS.contains(payment.paymentMethod() == null ? "" : payment.paymentMethod())) {
            return Optional.of("payment_method is none that can be rectified");
        }
        if (!payment.hasAmount()) {
            return Optional.of("gross or currency is missing");
        }
        return atItsGateway(payment);
    }

    private static Optional<String> atItsGateway(BegunPayment payment) {
        if (payment.gateway().equals("adyen") && payment.txnId() == null) {
            return Optional.of("gateway_txn_id is missing");
        }
        if (KNOW_SESSIONS_ONLY.contains(payment.gateway())
                && payment.reference().sessionId() == null) {
            return Optional.of("gateway_session_id is missing");
        }
        return Optional.empty();
    }
}
