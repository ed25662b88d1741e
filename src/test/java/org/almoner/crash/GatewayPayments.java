package org.almoner.crash;

import io.lettuce.core.RedisClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.almoner.simulator.Event;
import org.almoner.simulator.Forgery;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.almoner.simulator.State;

/** Payments that donors have begun at every gateway, and how each gateway tells us what became of them. */
final class GatewayPayments {

    static final List<String> GATEWAYS =
            List.of("adyen", "amazon", "braintree", "dlocal", "gravy", "ingenico", "paypal");

    private static final int FIRST = 900_001;

    private final List<Payment> payments = new ArrayList<>();
    private final Simulator gateways;
    private final Random random;
    private int told;

    /** @param each of them at each gateway, one gateway after another */
    GatewayPayments(Simulator gateways, int each, Random random) {
        this.gateways = gateways;
        this.random = random;
        for (int n = 0; n < each * GATEWAYS.size(); n++) {
            payments.add(payment(GATEWAYS.get(n % GATEWAYS.size()), FIRST + n));
        }
        payments.forEach(gateways::put);
    }

    int count() {
        return payments.size();
    }

    /** As the front ends do, when the donors go to their gateways. */
    void push(String redisUrl) {
        try (var client = RedisClient.create(redisUrl);
                var connection = client.connect()) {
            payments.forEach(payment -> connection.sync().rpush("pending", pending(payment)));
        }
    }

    /** The gateways tell of the next ones; of one in four twice. */
    void tell(int some) {
        for (var payment : payments.subList(told, told + some)) {
            int number = payment.gateway().equals("paypal") && random.nextBoolean()
                    ? gateways.tellByWebhook(payment, event(payment), Forgery.NONE)
                            .orElseThrow()
                    : gateways.tell(payment, event(payment), Forgery.NONE).orElseThrow();
            if (random.nextInt(4) == 0) {
                gateways.replay(number);
            }
        }
        told += some;
    }

    /** Where we are told of authorisations we capture; Amazon did not authorise every other charge in time. */
    private static Payment payment(String gateway, int visit) {
        var id = gateway.equals("amazon") ? "P01-1234567-0" + visit + "-C000001" : gateway + visit + "0";
        var payment = Payment.authorised(gateway, id, visit + ".1", "12.50", "USD");
        return switch (gateway) {
            case "adyen", "gravy" -> payment;
            case "amazon" ->
                visit % 2 == 0
                        ? payment.in(State.CAPTURED)
                        : payment.in(State.REFUSED).paidBy("slow", "token");
            default -> payment.in(State.CAPTURED);
        };
    }

    private static Event event(Payment payment) {
        return switch (payment.state()) {
            case AUTHORISED -> Event.AUTHORISED;
            case REFUSED -> Event.REFUSED;
            default -> Event.CAPTURED;
        };
    }

    private static String pending(Payment payment) {
        return """
                {"gateway":"%s","order_id":"%s","contribution_tracking_id":"%s","gateway_txn_id":false,"gross":"12.50",
                 "currency":"USD","payment_method":"cc","email":"donor-%3$s@example.org","first_name":"Ada",
                 "last_name":"Simulated","country":"US","user_ip":"198.51.100.7","date":%d}"""
                .formatted(
                        payment.gateway().equals("paypal") ? "paypal_ec" : payment.gateway(),
                        payment.order(),
                        payment.order().replace(".1", ""),
                        System.currentTimeMillis() / 1000);
    }
}
