package org.almoner.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;

/** An exact amount in a currency, in the smallest coin that the currency has: what is less is rounded away. */
public record Money(BigDecimal amount, String currency) {

    /** The currency in which we report. */
    public static final String REPORTING_CURRENCY = "USD";

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(17);

    public Money {
        if (!CODE.matcher(currency).matches()) {
            throw new InvalidMessage("a currency is no code of three letters");
        }
        if (amount.abs().compareTo(TOO_MUCH) >= 0) {
            throw new InvalidMessage("an amount is not below 10^17");
        }
        amount = Coins.of(currency).round(amount);
    }

    public static Money usd(BigDecimal amount) {
        return new Money(amount, REPORTING_CURRENCY);
    }

    /** As gateways count it: so many cents, yen or fils. */
    public static Money ofMinorUnits(long units, String currency) {
        return new Money(BigDecimal.valueOf(units, Coins.of(currency).digits()), currency);
    }

    /** In the smallest coin of its currency. */
    public long minorUnits() {
        var units = amount.unscaledValue(); // rounded to that coin before
        if (units.bitLength() >= Long.SIZE) {
            throw new InvalidMessage("an amount is too large to be counted");
        }
        return units.longValue();
    }

    public Money minus(Money other) {
        return with(amount.subtract(other.in(currency)));
    }

    public Money negated() {
        return with(amount.negate());
    }

    public Money abs() {
        return with(amount.abs());
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** The same currency, another amount. */
    public Money with(BigDecimal other) {
        return new Money(other, currency);
    }

    private BigDecimal in(String expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException(currency + " is not " + expected);
        }
        return amount;
    }
}
