package org.almoner.donation;

import java.util.Map;
import java.util.Optional;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/** What a contribution is said to be, by the number or the word that the donor database has always had for it. */
final class ContributionStatus {

    static final String COMPLETED = "Completed";

    private static final Map<String, String> BY_NUMBER = Map.of(
            "1", COMPLETED,
            "2", "Pending",
            "3", "Cancelled",
            "4", "Failed",
            "7", "Refunded",
            "10", "Chargeback");

    private ContributionStatus() {}

    static String of(@Nullable String told, Optional<Reversal> reversal) {
        if (told == null) {
            return reversal.map(Reversal::words).orElse(COMPLETED);
        }
        return Optional.ofNullable(BY_NUMBER.get(told))
                .or(() -> BY_NUMBER.values().stream()
                        .filter(told::equalsIgnoreCase)
                        .findFirst())
                .orElseThrow(() -> new InvalidMessage("contribution_status_id is no status"));
    }
}
