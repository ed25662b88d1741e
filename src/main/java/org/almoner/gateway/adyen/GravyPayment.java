package org.almoner.gateway.adyen;

import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;

/**
 * A payment that Adyen took for Gravy, which tells us of most things itself.
 *
 * @param id by which we know it: Gravy's, which Adyen has as a shorter text
 * @param orderId ours
 */
record GravyPayment(String id, String orderId) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final Pattern SHORT = Pattern.compile("[0-9A-Za-z]{1,22}");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]*");
    private static final int BITS = 128;

    /** Our own references are numbers, with a dot in most. */
    static boolean is(NotificationItem item) {
        String reference = item.merchantReference();
        return !item.additional("metadata.gr4vy_intent").isEmpty()
                || (reference.indexOf('.') <= 0 && !NUMBER.matcher(reference).matches());
    }

    static Optional<GravyPayment> of(NotificationItem item) {
        if (!is(item)) {
            return Optional.empty();
        }
        String order = item.additional("metadata.gr4vy_tx_ref");
        String id = id(item.merchantReference());
        return Optional.of(new GravyPayment(id, order.isEmpty() ? item.merchantReference() : order));
    }

    private static String id(String text) {
        if (!SHORT.matcher(text).matches()) {
            throw new InvalidMessage("merchantReference is no payment of Gravy's");
        }
        var number = text.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(BASE).add(digit));
        if (number.bitLength() > BITS) {
            throw new InvalidMessage("merchantReference is no payment of Gravy's");
        }
        return new UUID(number.shiftRight(BITS / 2).longValue(), number.longValue()).toString();
    }
}
