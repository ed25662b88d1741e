package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** Adyen counts in the smallest coin, and for a few currencies has one of its own. */
final class AdyenCoins {
    private static final Map<String, Integer> ITS_OWN = Map.of("CLP", 2, "CVE", 0, "IDR", 0, "ISK", 2);

    private AdyenCoins() {}

    static long minor(Payment payment, BigDecimal amount) {
        return amount.movePointRight(digits(payment.currency())).longValueExact();
    }

    static BigDecimal major(Payment payment, long value) {
        return BigDecimal.valueOf(value, digits(payment.currency()));
    }

    private static int digits(String currency) {
        return ITS_OWN.getOrDefault(currency, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
