package org.almoner.gateway.adyen;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;

/** Amounts as Adyen counts them: in ISO's smallest coins, but for a few currencies, and not in those that we round by. */
final class MinorUnits {

    private static final Map<String, Integer> NOT_AS_ISO = Map.of("CLP", 2, "CVE", 0, "IDR", 0, "ISK", 2);

    private MinorUnits() {}

    static Money money(long units, String currency) {
        return new Money(BigDecimal.valueOf(units, digits(currency)), currency);
    }

    static long of(Money money) {
        return exact(money.amount().movePointRight(digits(money.currency())));
    }

    /** Messages for jobs have always had a hundredth of the units as amount, whatever the currency. */
    static BigDecimal inJob(long units) {
        return BigDecimal.valueOf(units, 2);
    }

    static Money ofJob(BigDecimal amount, String currency) {
        return money(exact(amount.movePointRight(2)), currency);
    }

    private static int digits(String currency) {
        try {
            return NOT_AS_ISO.getOrDefault(
                    currency, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
        } catch (IllegalArgumentException e) {
            throw new InvalidMessage("currency is none of ISO's");
        }
    }

    private static long exact(BigDecimal units) {
        try {
            return units.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidMessage("amount is no whole number of the smallest coin");
        }
    }
}
