package org.almoner.gateway.paypal;

import java.util.regex.Pattern;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Reads an IPN that PayPal has confirmed, and says what follows from it. */
@Component
class IpnJob implements JobTable.Job {

    static final String NAME = "SmashPig\\PaymentProviders\\PayPal\\Job";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?");
    private static final int LONGEST_ORDER = 20; // what is longer, and no number, is Gravy's, which tells of it itself

    private final IpnPayment payment;
    private final IpnProfile profile;
    private final IpnSubscription subscription;

    IpnJob(IpnPayment payment, IpnProfile profile, IpnSubscription subscription) {
        this.payment = payment;
        this.profile = profile;
        this.subscription = subscription;
    }

    @Override
    public Onward run(GatewayJob job) {
        var ipn = Ipn.of(job.payload());
        if (isOfGravy(ipn)) {
            return Onward.nothing();
        }
        return switch (TransactionType.of(ipn)) {
            case PAYMENT -> payment.of(ipn);
            case PROFILE -> profile.of(ipn);
            case SUBSCRIPTION -> subscription.of(ipn);
            case REFUND -> IpnRefund.of(ipn);
            case IGNORED -> Onward.nothing();
        };
    }

    private static boolean isOfGravy(Ipn ipn) {
        String order = ipn.text("custom");
        return order.length() > LONGEST_ORDER && !NUMBER.matcher(order).matches();
    }
}
