package org.almoner.donation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether somebody should thank the donor in person: for the amount, or for whom the appeal was sent to. */
final class MajorGift {

    private static final BigDecimal LARGE = new BigDecimal("9999.99");
    private static final BigDecimal LARGE_BY_POST = new BigDecimal("250");
    private static final String BY_POST = "whitemail";
    private static final Pattern TO_MAJOR_DONORS = Pattern.compile("~MG[0-9]+\\.");

    private MajorGift() {}

    /** @param gross in the currency of the reports */
    static boolean isOne(GiftDetails gift, @Nullable String appeal, Money gross) {
        return gross.amount().compareTo(LARGE) > 0
                || (isByPost(appeal) && gross.amount().compareTo(LARGE_BY_POST) >= 0)
                || (gift.directMailAppeal() != null && gift.directMailAppeal().endsWith("MGF"))
                || startsWithMg(gift.utmMedium())
                || startsWithMg(appeal)
                || (gift.utmSource() != null
                        && TO_MAJOR_DONORS.matcher(gift.utmSource()).find());
    }

    private static boolean isByPost(@Nullable String appeal) {
        return appeal != null && appeal.replace(" ", "").equalsIgnoreCase(BY_POST);
    }

    private static boolean startsWithMg(@Nullable String text) {
        return text != null && text.startsWith("MG");
    }
}
