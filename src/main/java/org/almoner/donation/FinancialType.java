package org.almoner.donation;

import java.util.Optional;

/** As what a contribution is booked. */
final class FinancialType {

    private FinancialType() {}

    static String of(Donation told, Recurrence recurrence) {
        if (told.gift().isEndowment()) {
            return "Endowment Gift";
        }
        return Optional.ofNullable(told.financialType())
                .or(() -> told.payment().reversal().map(Reversal::words))
                .orElseGet(() -> ofRecurring(recurrence));
    }

    private static String ofRecurring(Recurrence recurrence) {
        if (!recurrence.isMeant()) {
            return "Cash";
        }
        return recurrence.isLater() ? "Recurring Gift - Cash" : "Recurring Gift";
    }
}
