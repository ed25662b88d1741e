package org.almoner.simulator;

import java.util.Map;

/** One of the ways in which a gateway's answers show a payment. */
@FunctionalInterface
interface PaymentView {
    Map<String, Object> of(Payment payment);
}
