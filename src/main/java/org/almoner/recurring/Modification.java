package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;

/** What a donor, or a platform that keeps gifts for us, wants changed in a recurring gift. */
@JsonTypeInfo(use = Id.NAME, property = "txn_type", defaultImpl = Modification.Unknown.class)
@JsonSubTypes({
    @Type(name = "recurring_upgrade", value = AmountChange.class),
    @Type(name = "recurring_downgrade", value = AmountChange.class),
    @Type(name = "recurring_upgrade_decline", value = UpgradeDecline.class),
    @Type(name = "recurring_annual_conversion", value = AnnualConversion.class),
    @Type(name = "recurring_paused", value = Pause.class),
    @Type(name = "recurring_cancel", value = DonorCancellation.class),
    @Type(name = "external_recurring_modification", value = ExternalModification.class),
})
public sealed interface Modification extends Keyed
        permits AmountChange,
                UpgradeDecline,
                AnnualConversion,
                Pause,
                DonorCancellation,
                ExternalModification,
                Modification.Unknown {

    /** Something else, or nothing at all. */
    record Unknown() implements Modification {

        public Unknown {
            throw new InvalidMessage("txn_type is no change of a recurring gift");
        }

        @Override
        public String key() {
            return "";
        }
    }
}
