package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All payments of all gateways. An operation that its payment's state does not allow changes nothing. */
final class Payments {
    private final Map<String, Payment> byId = new LinkedHashMap<>();

    synchronized void put(Payment payment) {
        byId.put(key(payment.gateway(), payment.id()), payment);
    }

    synchronized Optional<Payment> find(String gateway, String id) {
        return Optional.ofNullable(byId.get(key(gateway, id)));
    }

    synchronized List<Payment> all() {
        return List.copyOf(byId.values());
    }

    synchronized void forget() {
        byId.clear();
    }

    Outcome read(String gateway, String id) {
        return change(gateway, id, payment -> new Outcome(Effect.NONE, payment));
    }

    /** @param amount or nothing for all of it */
    Outcome capture(String gateway, String id, @Nullable BigDecimal amount) {
        return change(gateway, id, payment -> switch (payment.state()) {
            case AUTHORISED ->
                new Outcome(
                        Effect.CAPTURED,
                        payment.with(State.CAPTURED, amount == null ? payment.amount() : amount, payment.refunded()));
            case CAPTURED, REFUNDED -> new Outcome(Effect.SECOND_CAPTURE, payment);
            case PENDING, CANCELLED, REFUSED -> new Outcome(Effect.REFUSED, payment);
        });
    }

    Outcome cancel(String gateway, String id) {
        return change(gateway, id, payment -> switch (payment.state()) {
            case PENDING, AUTHORISED -> new Outcome(Effect.CANCELLED, payment.in(State.CANCELLED));
            case CAPTURED, CANCELLED, REFUNDED, REFUSED -> new Outcome(Effect.REFUSED, payment);
        });
    }

    /** @param amount or nothing for all of it */
    Outcome refund(String gateway, String id, @Nullable BigDecimal amount) {
        return change(gateway, id, payment -> {
            var refunded = payment.refunded().add(amount == null ? payment.captured() : amount);
            int left = payment.captured().compareTo(refunded);
            return payment.state() != State.CAPTURED || left < 0
                    ? new Outcome(Effect.REFUSED, payment)
                    : new Outcome(
                            Effect.REFUNDED,
                            payment.with(left == 0 ? State.REFUNDED : State.CAPTURED, payment.captured(), refunded));
        });
    }

    Outcome tokenise(String gateway, String id) {
        return change(gateway, id, payment -> new Outcome(Effect.TOKENISED, payment));
    }

    private synchronized Outcome change(String gateway, String id, Function<Payment, Outcome> change) {
        var known = byId.get(key(gateway, id));
        if (known == null) {
            return new Outcome(Effect.UNKNOWN_PAYMENT, null);
        }
        var outcome = change.apply(known);
        byId.put(key(gateway, id), outcome.payment() == null ? known : outcome.payment());
        return outcome;
    }

    private static String key(String gateway, String id) {
        return gateway + "/" + id;
    }
}
