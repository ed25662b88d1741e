package org.almoner.refund;

import java.util.EnumSet;
import java.util.Set;
import org.almoner.donation.Contribution;
import org.almoner.donation.TrxnId;
import org.almoner.donation.TrxnId.Kind;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A contribution that no donor gave: it puts right what a donation and its refund together would get wrong.
 *
 * @param amount in the currency of the refund, negative when it takes away
 * @param reported the same in the currency of the reports
 */
record Correction(
        Contribution original,
        Refund refund,
        String trxnId,
        @Nullable String invoiceId,
        String status,
        String financialType,
        Money amount,
        Money reported) {

    /** A second thing that happened to a donation which had been taken back before. */
    static Correction anotherReversal(Contribution original, Refund refund, Money reported) {
        return new Correction(
                original,
                refund,
                trxnIdOfAnother(original, refund),
                null,
                refund.what().status(),
                refund.what().financialType(),
                refund.taken().negated(),
                reported.negated());
    }

    /** What was refunded was not what was given. */
    static Correction adjustment(Contribution original, Refund refund, Money missing, Money reported) {
        return new Correction(
                original,
                refund,
                trxnId(original, refund, EnumSet.of(Kind.RFD, Kind.ADJUSTMENT)),
                original.invoiceId() == null
                        ? null
                        : original.invoiceId() + "-adjustment-" + reversalId(refund, original),
                "Completed",
                "Refund",
                missing,
                reported);
    }

    static String trxnIdOfAnother(Contribution original, Refund refund) {
        return trxnId(original, refund, EnumSet.of(Kind.RFD));
    }

    private static String reversalId(Refund refund, Contribution original) {
        return refund.backendProcessorReversalId() == null
                ? refund.idOr(original)
                : refund.backendProcessorReversalId();
    }

    private static String trxnId(Contribution original, Refund refund, Set<Kind> kinds) {
        refund.what().kind().ifPresent(kinds::add);
        if (original.contributionRecurId() != null) {
            kinds.add(Kind.RECURRING);
        }
        return TrxnId.of(kinds, refund.payment().gateway(), refund.idOr(original));
    }
}
