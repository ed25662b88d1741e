package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;

/** The work that a notification leaves, in the words that the list of jobs has always been written in. */
final class AdyenJobs {

    static final String DOWNLOAD_REPORT = name("DownloadReportJob");
    static final String PROCESS_CAPTURE = name("ProcessCaptureRequestJob");
    static final String RECORD_CAPTURE = name("RecordCaptureJob");
    static final String RECURRING_CONTRACT = name("RecurringContractJob");
    static final String TOKENIZE_RECURRING = name("TokenizeRecurringJob");

    private AdyenJobs() {}

    /** The URL is not signed: it is looked at before anything is fetched. */
    static Onward downloadReport(NotificationItem item) {
        return job(
                DOWNLOAD_REPORT,
                payload().put("account", item.merchantAccountCode()).put("reportUrl", item.reason()));
    }

    static Onward recordCapture(NotificationItem item) {
        return job(
                RECORD_CAPTURE,
                payload()
                        .put("account", item.merchantAccountCode())
                        .put("currency", item.currency())
                        .put("amount", MinorUnits.inJob(value(item)))
                        .put("gatewayTxnId", item.payment())
                        .put("merchantReference", item.merchantReference())
                        .put("eventDate", item.eventDate()));
    }

    static Onward processCapture(NotificationItem item) {
        return job(
                PROCESS_CAPTURE,
                payload()
                        .put("account", item.merchantAccountCode())
                        .put("amount", MinorUnits.inJob(value(item)))
                        .put("avsResult", code(item, "avsResult"))
                        .put("currency", item.currency())
                        .put("cvvResult", code(item, "cvcResult"))
                        .put("isSuccessfulAutoRescue", Rescue.hasSucceeded(item))
                        .put("merchantReference", item.merchantReference())
                        .put("paymentMethod", paymentMethod(item))
                        .put("processAutoRescueCapture", Rescue.needsCapture(item))
                        .put("pspReference", item.pspReference())
                        .put("retryRescueReference", Rescue.reference(item))
                        .put("shopperReference", item.additional("shopperReference")));
    }

    /** The token is what Adyen calls the contract; it is told of below the payment that it was made with. */
    static Onward keepContract(NotificationItem item) {
        String token = item.additional("recurring.recurringDetailReference");
        String contact = item.additional("recurring.shopperReference");
        return job(
                RECURRING_CONTRACT,
                payload()
                        .put("gatewayTxnId", item.payment())
                        .put("merchantReference", item.merchantReference())
                        .put("eventDate", item.eventDate())
                        .put("recurringPaymentToken", token.isEmpty() ? item.pspReference() : token)
                        .put("processorContactId", contact.isEmpty() ? item.additional("shopperReference") : contact)
                        .put("paymentMethod", item.paymentMethod()));
    }

    private static Onward job(String name, ObjectNode payload) {
        var job = payload().put("class", name);
        job.set("payload", payload);
        return Onward.of(Kind.JOB, job);
    }

    private static ObjectNode payload() {
        return JsonNodeFactory.instance.objectNode();
    }

    static long value(NotificationItem item) {
        Long value = item.value();
        if (value == null) {
            throw new InvalidMessage("amount is missing");
        }
        return value;
    }

    /** Adyen writes what the code means behind it. */
    private static String code(NotificationItem item, String field) {
        return item.additional(field).strip().split(" ", 2)[0];
    }

    /** Vipps passes cards on, whose checks say nothing. */
    private static String paymentMethod(NotificationItem item) {
        return item.additional("checkout.cardAddedBrand").endsWith("vipps") ? "ew" : item.paymentMethod();
    }

    private static String name(String job) {
        return "SmashPig\\PaymentProviders\\Adyen\\Jobs\\" + job;
    }
}
