package org.almoner.settlement;

import org.almoner.money.Money;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What arrived of each donation, in the columns beside what was given. */
@Repository
class Settlements {

    private final UnitOfWork unit;

    Settlements(UnitOfWork unit) {
        this.unit = unit;
    }

    void settle(Settled settled) {
        unit.write(
                """
                update contribution set
                    settled_at = ?, settlement_currency = ?,
                    settlement_batch_reference = coalesce(?, settlement_batch_reference),
                    settled_donation_amount = ?, settled_fee_amount = coalesce(?, settled_fee_amount)
                where id = ?
                """,
                settled.settledDate(),
                settled.settledCurrency(),
                settled.settlementBatchReference(),
                settled.settledTotalAmount(),
                settled.settledFeeAmount(),
                settled.contributionId());
    }

    void reverse(Settled settled) {
        unit.write(
                """
                update contribution set
                    settlement_batch_reversal_reference = coalesce(?, settlement_batch_reversal_reference),
                    settled_reversal_amount = ?, settled_fee_reversal_amount = coalesce(?, settled_fee_reversal_amount)
                where id = ?
                """,
                settled.settlementBatchReference(),
                settled.settledTotalAmount(),
                settled.settledFeeAmount(),
                settled.contributionId());
    }

    /** In the currency of the reports. */
    void correct(long contributionId, Money gross, Money fee) {
        unit.write(
                "update contribution set gross = ?, fee = ?, net = ? where id = ?",
                gross.amount(),
                fee.amount(),
                gross.minus(fee).amount(),
                contributionId);
    }
}
