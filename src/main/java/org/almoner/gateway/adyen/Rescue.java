package org.almoner.gateway.adyen;

/** What Adyen says of its tries to rescue a payment of a recurring gift that had failed. */
final class Rescue {

    private Rescue() {}

    /** Empty when it does not try. */
    static String reference(NotificationItem item) {
        return item.additional("retry.rescueReference");
    }

    /** The first try is the payment itself. */
    static boolean hasSucceeded(NotificationItem item) {
        String attempt = item.additional("retry.orderAttemptNumber");
        return item.isSuccess() && attempt.matches("[0-9]{1,9}") && Integer.parseInt(attempt) > 0;
    }

    /** What a bank debits by itself needs no capture. */
    static boolean needsCapture(NotificationItem item) {
        return !item.paymentMethod().equals("sepadirectdebit");
    }
}
