package org.almoner.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** What was captured at a gateway, one line for each payment. */
final class Report {
    private Report() {}

    static String of(List<Payment> payments, String gateway) {
        return payments.stream()
                .filter(payment ->
                        payment.gateway().equals(gateway) && payment.captured().signum() > 0)
                .map(payment -> String.join(
                        ",", payment.id(), payment.order(), payment.currency(), payment.text(payment.captured())))
                .collect(Collectors.joining("\n", "payment,order,currency,captured\n", "\n"));
    }
}
