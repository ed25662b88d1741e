package org.almoner.money;

import java.math.BigDecimal;
import java.time.Instant;

/** What one unit of a currency is worth in US dollars, for the gifts after a time. */
record ExchangeRate(BigDecimal usdValue, Instant validFrom) {

    boolean isBefore(Instant at) {
        return validFrom.isBefore(at);
    }
}
