package org.almoner.refund;

import org.almoner.donation.Contribution;
import org.almoner.donation.Contributions;
import org.almoner.money.ExchangeRates;
import org.almoner.queue.DuplicateMessage;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Takes a donation back and says why; and books beside it what else happens to a donation that had been taken back before. */
@Component
class Reversals {

    private final Refunds refunds;
    private final Contributions contributions;
    private final Differences differences;
    private final ExchangeRates rates;

    Reversals(Refunds refunds, Contributions contributions, Differences differences, ExchangeRates rates) {
        this.refunds = refunds;
        this.contributions = contributions;
        this.differences = differences;
        this.rates = rates;
    }

    /** @throws DuplicateMessage if the same has been done to the donation before */
    void takeBack(Contribution original, Refund refund) {
        if (RefundType.isGone(original.status()) || refund.what() == RefundType.REVERSAL) {
            takeBackAgain(original, refund);
        } else if (refund.isAnotherReversalThan(original)) {
            throw new InvalidMessage("backend_processor_reversal_id is not that of contribution " + original.id());
        } else {
            differences.settle(original, refund);
            refunds.takeBack(original, refund);
        }
        refunds.explain(original, refund);
    }

    private void takeBackAgain(Contribution original, Refund refund) {
        String trxnId = Correction.trxnIdOfAnother(original, refund);
        if (!refund.isNewsAfter(original) || contributions.hasTrxnId(trxnId)) {
            throw new DuplicateMessage("contribution %d is %s already".formatted(original.id(), original.status()));
        }
        refunds.add(Correction.anotherReversal(original, refund, rates.toUsd(refund.taken(), refund.date())));
    }
}
