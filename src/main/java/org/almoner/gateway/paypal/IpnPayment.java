package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.springframework.stereotype.Component;

/** A donation that was paid by PayPal. */
@Component
class IpnPayment {

    private static final Set<String> PAID = Set.of("Completed", "Reversed");

    private static final int GIVING_FUND_CONTACT = 3_729_480; // of the donor database

    private static final List<String> WHO = List.of(
            "email",
            "first_name",
            "last_name",
            "street_address",
            "supplemental_address_1",
            "city",
            "state_province",
            "postal_code",
            "country");

    private final PayPalPending pending;
    private final PayPalSettings settings;

    IpnPayment(PayPalPending pending, PayPalSettings settings) {
        this.pending = pending;
        this.settings = settings;
    }

    Onward of(Ipn ipn) {
        if (ipn.has("payment_status") && !PAID.contains(ipn.text("payment_status"))) {
            return Onward.nothing();
        }
        var donation = pending.completed(gateway(ipn), IpnFields.of(ipn));
        if (isFromGiveLively(ipn)) {
            donation.put("direct_mail_appeal", "EV1V23").put("no_thank_you", "GiveLively");
        }
        if (isFromGivingFund(ipn)) {
            ofGivingFund(donation);
        }
        return Onward.of(Kind.DONATION, donation);
    }

    private static String gateway(Ipn ipn) {
        boolean isExpress = ipn.is("txn_type", "express_checkout")
                || (ipn.is("txn_type", "cart") && ipn.is("payment_type", "instant"));
        return isExpress ? "paypal_ec" : "paypal";
    }

    /** The one who pays by a cart without having been at our form. */
    private static boolean isFromGiveLively(Ipn ipn) {
        return ipn.is("txn_type", "cart") && !ipn.has("custom");
    }

    private boolean isFromGivingFund(Ipn ipn) {
        return settings.givingFund().stream().anyMatch(ipn.text("payer_email")::equalsIgnoreCase);
    }

    /** The fund gives for many, and is one contact. */
    private static void ofGivingFund(ObjectNode donation) {
        donation.remove(WHO);
        donation.put("contact_id", GIVING_FUND_CONTACT)
                .put("Gift_Data.Appeal", "White Mail")
                .put("Gift_Data.Campaign", "Donor Advised Fund")
                .put("Gift_Data.Channel", "Other Offline")
                .put("Gift_Data.Fund", "Major Gifts - CC104");
    }
}
