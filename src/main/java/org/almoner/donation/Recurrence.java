package org.almoner.donation;

import java.util.Optional;
import org.almoner.recurring.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a donation is of a recurring gift: nothing, its first payment, or a later one.
 *
 * @param known null before the first payment, unless there was a signup
 * @param isLater there was another payment before
 */
record Recurrence(boolean isMeant, @Nullable Subscription known, boolean isLater) {

    static final Recurrence NONE = new Recurrence(false, null, false);

    static final Recurrence BEGINS = new Recurrence(true, null, false);

    Optional<String> instrument() {
        return Optional.ofNullable(known).map(Subscription::paymentInstrument);
    }
}
