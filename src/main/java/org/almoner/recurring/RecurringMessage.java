package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;

/** What is said of a recurring gift. Each kind has a handler of its own, which the route names. */
@JsonTypeInfo(use = Id.NAME, property = "txn_type", defaultImpl = RecurringMessage.Unknown.class)
@JsonSubTypes({
    @Type(name = "subscr_signup", value = Signup.class),
    @Type(name = "subscr_payment", value = RecurringPayment.class),
    @Type(name = "subscr_cancel", value = Cancellation.class),
    @Type(name = "subscr_failed", value = FailedPayment.class),
    @Type(name = "subscr_eot", value = EndOfTerm.class),
    @Type(name = "monthly_convert_decline", value = MonthlyConvertDecline.class),
})
public sealed interface RecurringMessage extends Keyed
        permits Signup,
                RecurringPayment,
                Cancellation,
                FailedPayment,
                EndOfTerm,
                MonthlyConvertDecline,
                RecurringMessage.Unknown {

    /** Something else, or nothing at all. */
    record Unknown() implements RecurringMessage {

        public Unknown {
            throw new InvalidMessage("txn_type is none that is said of a recurring gift");
        }

        @Override
        public String key() {
            return "";
        }
    }
}
