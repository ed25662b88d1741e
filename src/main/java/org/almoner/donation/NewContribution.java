package org.almoner.donation;

import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A gift on its way into the donor database.
 *
 * @param visit the contribution tracking id, from the front end or our own
 */
record NewContribution(
        Gift gift,
        GiftData data,
        long contactId,
        @Nullable Long contributionRecurId,
        @Nullable Long visit,
        @Nullable String invoiceId)
        implements Personal {

    @Override
    public String toString() {
        return masked();
    }
}
