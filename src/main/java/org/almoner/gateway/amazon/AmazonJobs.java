package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;

/** The work that Amazon Pay's notifications leave; but for the first, it is only known here. */
final class AmazonJobs {

    static final String RECORD_PAYMENT = "SmashPig\\PaymentProviders\\Amazon\\RecordPaymentJob";
    static final String RETRY_AUTHORIZATION = "Almoner\\Amazon\\RetryAuthorization";
    static final String LOOK_UP_CHARGE = "Almoner\\Amazon\\LookUpCharge";
    static final String LOOK_UP_REFUND = "Almoner\\Amazon\\LookUpRefund";
    static final String CONFIRM_SUBSCRIPTION = "Almoner\\Amazon\\ConfirmSubscription";

    private AmazonJobs() {}

    static Onward of(String name, ObjectNode payload) {
        var job = payload().put("class", name);
        job.set("payload", payload);
        return Onward.of(Kind.JOB, job);
    }

    static ObjectNode payload() {
        return JsonNodeFactory.instance.objectNode();
    }
}
