package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.Currency;

/** A payment as its gateway knows it; amounts are in the currency's units, {@code 12.50} and not {@code 1250}. */
public record Payment(
        String gateway,
        String id,
        String order,
        BigDecimal amount,
        String currency,
        String method,
        State state,
        String token,
        BigDecimal captured,
        BigDecimal refunded) {

    /** A payment that nothing has happened to yet; it has a token that is made from its id. */
    public static Payment authorised(String gateway, String id, String order, String amount, String currency) {
        return new Payment(
                gateway,
                id,
                order,
                new BigDecimal(amount),
                currency,
                "visa",
                State.AUTHORISED,
                "token-" + id,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    public Payment in(State other) {
        var all = other == State.CAPTURED || other == State.REFUNDED ? amount : BigDecimal.ZERO;
        return with(other, all, other == State.REFUNDED ? amount : BigDecimal.ZERO);
    }

    Payment with(State state, BigDecimal captured, BigDecimal refunded) {
        return new Payment(gateway, id, order, amount, currency, method, state, token, captured, refunded);
    }

    public Payment paidBy(String method, String token) {
        return new Payment(gateway, id, order, amount, currency, method, state, token, captured, refunded);
    }

    /** An amount of this payment's currency in its smallest coin, by ISO 4217. */
    long minor(BigDecimal value) {
        return value.movePointRight(digits()).longValueExact();
    }

    BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, digits());
    }

    /** As gateways write it that do not count in the smallest coin. */
    String text(BigDecimal value) {
        return value.setScale(digits()).toPlainString();
    }

    String text() {
        return text(amount);
    }

    private int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
