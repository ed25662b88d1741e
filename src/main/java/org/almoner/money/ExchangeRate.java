package org.almoner.money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** What one unit of a currency is worth in US dollars, for the gifts after a time. */
public record ExchangeRate(String currency, BigDecimal usdValue, Instant validFrom) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(6); // gold in tons; a rate upside down is less

    public ExchangeRate {
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency is no code of three letters");
        }
        if (usdValue.signum() <= 0 || usdValue.compareTo(TOO_MUCH) >= 0) {
            throw new IllegalArgumentException("usd_value is not between 0 and 10^6");
        }
    }

    boolean isBefore(Instant at) {
        return validFrom.isBefore(at);
    }
}
