package org.almoner.gateway.paypal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.almoner.queue.InvalidMessage;

/** What an IPN is about, by its {@code txn_type}. */
enum TransactionType {
    PAYMENT("cart", "send_money", "web_accept", "express_checkout", "masspay", "virtual_terminal"),
    /** A recurring payments profile, which express checkout begins. */
    PROFILE(
            "recurring_payment",
            "recurring_payment_expired",
            "recurring_payment_failed",
            "recurring_payment_outstanding_payment",
            "recurring_payment_outstanding_payment_failed",
            "recurring_payment_profile_cancel",
            "recurring_payment_profile_created",
            "recurring_payment_skipped",
            "recurring_payment_suspended",
            "recurring_payment_suspended_due_to_max_failed_payment"),
    /** The older kind of recurring payment. */
    SUBSCRIPTION("subscr_cancel", "subscr_eot", "subscr_failed", "subscr_signup", "subscr_payment"),
    REFUND("adjustment", "refund"),
    /** Nothing that changes what anybody gave. */
    IGNORED("new_case", "subscr_modify", "merch_pmt", "mp_signup", "mp_notification", "mp_cancel");

    private static final Set<String> MONEY_BACK = Set.of("Reversed", "Refunded");

    private final List<String> names;

    TransactionType(String... names) {
        this.names = List.of(names);
    }

    /** What goes back has often no type, and what went back of a payment may have the payment's. */
    static TransactionType of(Ipn ipn) {
        boolean isBack = MONEY_BACK.contains(ipn.text("payment_status"));
        if (!ipn.has("txn_type") && !isBack) {
            throw new InvalidMessage("txn_type is missing");
        }
        var type = ipn.has("txn_type") ? named(ipn.text("txn_type")) : REFUND;
        return type == PAYMENT && isBack && ipn.has("parent_txn_id") ? REFUND : type;
    }

    private static TransactionType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.names.contains(name))
                .findFirst()
                .orElseThrow(() -> new InvalidMessage("txn_type is none that is known"));
    }
}
