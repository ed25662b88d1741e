package org.almoner.donation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.almoner.contact.Occasion;
import org.almoner.money.Money;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A donation of which nothing is missing, with what it is worth.
 *
 * @param original in the donor's currency
 */
record Gift(
        Donation told,
        String gateway,
        String gatewayTxnId,
        Instant receivedAt,
        Recurrence recurrence,
        String instrument,
        Money original,
        ReportedAmounts reported)
        implements Personal {

    String trxnId() {
        Set<TrxnId.Kind> kinds = EnumSet.noneOf(TrxnId.Kind.class);
        reversal().ifPresent(reversal -> kinds.add(reversal.kind()));
        if (recurrence.isMeant()) {
            kinds.add(TrxnId.Kind.RECURRING);
        }
        String refundId = told.payment().gatewayRefundId();
        return TrxnId.of(kinds, gateway, refundId == null ? gatewayTxnId : refundId);
    }

    /** Null where another contribution already has that id for good. */
    @Nullable
    String gatewayTxnIdOfItsOwn() {
        return reversal().filter(Reversal::hasIdOfTheDonation).isPresent() ? null : gatewayTxnId;
    }

    /** A recurring gift has one order, and each of its payments an invoice. */
    @Nullable
    String invoice(Instant now) {
        String invoice = told.payment().invoice();
        return invoice == null || !recurrence.isMeant()
                ? invoice
                : "%s|recur-%d".formatted(invoice, now.getEpochSecond());
    }

    String status() {
        return ContributionStatus.of(told.status(), reversal());
    }

    String financialType() {
        return FinancialType.of(told, recurrence);
    }

    Occasion occasion() {
        return new Occasion(
                "online donation",
                receivedAt,
                gateway,
                told.paidBy().paymentMethod(),
                recurrence.isLater(),
                told.payment().contributionTrackingId());
    }

    /** Whoever sends a gift by post answers some appeal, but nobody can say which. */
    @Nullable
    String appeal() {
        String appeal = told.gift().appeal();
        return appeal == null && told.isOffline() ? "White Mail" : appeal;
    }

    String channel() {
        return recurrence.isLater()
                ? Channel.RECURRING
                : Channel.of(told.gift(), told.donor().reach().recipientId() != null);
    }

    Optional<Reversal> reversal() {
        return told.payment().reversal();
    }

    @Override
    public String toString() {
        return masked();
    }
}
