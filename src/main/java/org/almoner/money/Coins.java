package org.almoner.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** Into how many parts a currency is divided. The lists are those that the payment front ends round by, not ISO's. */
enum Coins {
    NONE(0, RoundingMode.DOWN),
    HUNDREDTHS(2, RoundingMode.HALF_UP),
    THOUSANDTHS(3, RoundingMode.HALF_UP);

    private static final Set<String> WITHOUT =
            Set.of("CLP", "DJF", "IDR", "JPY", "KMF", "KRW", "MGA", "PYG", "VND", "XAF", "XOF", "XPF");
    private static final Set<String> BY_THOUSAND =
            Set.of("BHD", "CLF", "IQD", "JOD", "KWD", "LYD", "MRO", "OMR", "TND");

    private final int digits;
    private final RoundingMode rounding;

    Coins(int digits, RoundingMode rounding) {
        this.digits = digits;
        this.rounding = rounding;
    }

    static Coins of(String currency) {
        if (WITHOUT.contains(currency)) {
            return NONE;
        }
        return BY_THOUSAND.contains(currency) ? THOUSANDTHS : HUNDREDTHS;
    }

    int digits() {
        return digits;
    }

    BigDecimal round(BigDecimal amount) {
        return amount.setScale(digits, rounding);
    }
}
