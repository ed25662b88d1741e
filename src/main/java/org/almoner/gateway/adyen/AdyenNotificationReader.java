package org.almoner.gateway.adyen;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.wire.Required;
import org.springframework.stereotype.Component;

/** Knows what follows from each kind of event that Adyen tells of; from those that are not named here, nothing does. */
@Component
class AdyenNotificationReader implements NotificationReader {

    private final Map<String, Function<NotificationItem, Onward>> meanings;

    AdyenNotificationReader(AuthorisationNews authorisations) {
        meanings = Map.of(
                "AUTHORISATION", authorisations::of,
                "AUTORESCUE", authorisations::ofRescue,
                "CANCEL_AUTORESCUE", authorisations::ofRescue,
                "CAPTURE", AdyenNotificationReader::captured,
                "REFUND", MoneyBack::refunded,
                "CHARGEBACK", MoneyBack::chargedBack,
                "SECOND_CHARGEBACK", MoneyBack::chargedBack,
                "RECURRING_CONTRACT", AdyenNotificationReader::contracted,
                "REPORT_AVAILABLE", AdyenNotificationReader::reported);
    }

    @Override
    public String gateway() {
        return "adyen";
    }

    @Override
    public List<News> read(Notification notification) {
        return NotificationItem.of(notification).stream().map(this::news).toList();
    }

    private News news(NotificationItem item) {
        Required.text("pspReference", item.pspReference());
        var onward = meanings.getOrDefault(item.eventCode(), nothing -> Onward.nothing())
                .apply(item);
        return new News(key(item), item.eventCode(), item.merchantReference(), item.payment(), onward);
    }

    /** Adyen signs no time: what it has told once is dropped whenever it comes again. */
    private static String key(NotificationItem item) {
        return String.join(":", item.pspReference(), item.eventCode(), item.success());
    }

    private static Onward captured(NotificationItem item) {
        return item.isSuccess() && !GravyPayment.is(item) ? AdyenJobs.recordCapture(item) : Onward.nothing();
    }

    private static Onward contracted(NotificationItem item) {
        return item.isSuccess() && !GravyPayment.is(item) ? AdyenJobs.keepContract(item) : Onward.nothing();
    }

    private static Onward reported(NotificationItem item) {
        String report = item.pspReference();
        boolean isWanted =
                report.startsWith("settlement_detail_report") || report.startsWith("payments_accounting_report");
        return item.isSuccess() && isWanted ? AdyenJobs.downloadReport(item) : Onward.nothing();
    }
}
