package org.almoner.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person did when we heard of them.
 *
 * @param source what a new contact is noted to come from
 * @param isInstalment a later payment of a recurring gift: the donor did nothing
 * @param contributionTrackingId the visit that may know the language that the message does not tell
 */
public record Occasion(
        String source,
        Instant at,
        @Nullable String gateway,
        @Nullable String paymentMethod,
        boolean isInstalment,
        @Nullable Long contributionTrackingId) {

    /** These hand on a nickname, or the name of whoever gets the parcels. */
    private static final Set<String> WALLETS_WITH_OTHER_NAMES = Set.of("apple", "google", "venmo");

    /** Somebody filled in a form and gave nothing. */
    public static Occasion withoutGift(String source, Instant at) {
        return new Occasion(source, at, null, null, false, null);
    }

    /** Whether the names of the message say little about who it is. */
    boolean hasUnsureName() {
        return isInstalment || (paymentMethod != null && WALLETS_WITH_OTHER_NAMES.contains(paymentMethod));
    }

    /** Of the e-mail address. */
    String locationType() {
        var wallet = wallet();
        return wallet == null ? "Home" : wallet.locationType;
    }

    /** Of the telephone. */
    String phoneSource() {
        var wallet = wallet();
        return wallet == null ? "Payments Form" : wallet.locationType;
    }

    @Nullable
    Wallet wallet() {
        String payment = Objects.requireNonNullElse(paymentMethod, "");
        if (payment.equals("venmo")) {
            return Wallet.VENMO;
        }
        boolean isPayPal = payment.equals("paypal") || (gateway != null && gateway.startsWith("paypal"));
        return isPayPal ? Wallet.PAYPAL : null;
    }
}
