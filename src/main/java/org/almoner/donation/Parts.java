package org.almoner.donation;

import java.util.ArrayList;
import java.util.List;
import org.almoner.contact.Donor;

/** The contributions that one message tells of: of a gift that an employer matched, the person's and the employer's. */
final class Parts {

    private static final String MATCHED = "_MATCHED";

    private Parts() {}

    static List<Donation> of(Donation told) {
        OfflineGift offline = told.offline();
        List<Donation> parts = new ArrayList<>();
        if (told.isOffline() && offline.originalOfPerson().isGiven()) {
            parts.add(told.part(told.payment(), told.donor(), offline.originalOfPerson(), offline.settledOfPerson()));
        }
        if (told.isOffline() && offline.originalOfEmployer().isGiven()) {
            parts.add(told.part(
                    told.payment().suffixed(MATCHED),
                    Donor.organization(offline.employer()),
                    offline.originalOfEmployer(),
                    offline.settledOfEmployer()));
        }
        return parts.isEmpty() ? List.of(told) : parts;
    }
}
