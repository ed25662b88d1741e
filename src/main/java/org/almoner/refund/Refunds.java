package org.almoner.refund;

import org.almoner.donation.Contribution;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What refunds change about donations, and what they add beside them. */
@Repository
class Refunds {

    private final UnitOfWork unit;

    Refunds(UnitOfWork unit) {
        this.unit = unit;
    }

    void takeBack(Contribution original, Refund refund) {
        unit.write(
                """
                update contribution set
                    status = ?, cancelled_at = ?,
                    refund_txn_id = coalesce(?, refund_txn_id),
                    backend_processor_reversal_id = coalesce(?, backend_processor_reversal_id),
                    payment_orchestrator_reversal_id = coalesce(?, payment_orchestrator_reversal_id),
                    settled_reversal_amount = coalesce(?::numeric, settled_reversal_amount),
                    settled_fee_reversal_amount = coalesce(?::numeric, settled_fee_reversal_amount),
                    settlement_batch_reversal_reference = coalesce(?, settlement_batch_reversal_reference)
                where id = ?
                """,
                refund.what().status(),
                refund.date(),
                refund.gatewayRefundId(),
                refund.backendProcessorReversalId(),
                refund.paymentOrchestratorReversalId(),
                refund.settled().settledTotalAmount(),
                refund.settled().settledFeeAmount(),
                refund.settled().settlementBatchReference(),
                original.id());
    }

    /** For the same contact, instrument and purpose as the donation; nobody is thanked for it. */
    void add(Correction correction) {
        var refund = correction.refund();
        unit.write(
                """
                insert into contribution (
                    contact_id, parent_contribution_id, payment_instrument, fund, campaign, appeal,
                    gateway, trxn_id, invoice_id, received_at, currency, gross, fee, net, original_currency, original_gross,
                    status, financial_type, refund_txn_id, backend_processor_reversal_id,
                    payment_orchestrator_reversal_id, settled_reversal_amount, settled_fee_reversal_amount,
                    settlement_batch_reversal_reference, channel, no_thank_you)
                select contact_id, id, payment_instrument, fund, campaign, appeal,
                    ?, ?, ?, ?::timestamptz, reported.currency, reported.gross, 0, reported.gross, ?, ?::numeric,
                    ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?, 'Other Online', '1'
                from contribution, (select ?::text as currency, ?::numeric as gross) as reported
                where id = ?
                """,
                refund.payment().gateway(),
                correction.trxnId(),
                correction.invoiceId(),
                refund.date(),
                correction.amount().currency(),
                correction.amount().amount(),
                correction.status(),
                correction.financialType(),
                refund.gatewayRefundId(),
                refund.backendProcessorReversalId(),
                refund.paymentOrchestratorReversalId(),
                refund.settled().settledTotalAmount(),
                refund.settled().settledFeeAmount(),
                refund.settled().settlementBatchReference(),
                correction.reported().currency(),
                correction.reported().amount(),
                correction.original().id());
    }

    void cancel(Contribution donation, FailedDonation failed) {
        unit.write(
                "update contribution set status = 'Cancelled', cancelled_at = ?, cancel_reason = ? where id = ?",
                failed.date(),
                failed.reasonInWords(),
                donation.id());
    }

    /** For staff, once for each donation. */
    void explain(Contribution original, Refund refund) {
        if (refund.reason() != null) {
            unit.write(
                    """
                    insert into activity (contact_id, contribution_id, contribution_recur_id, type, subject, happened_at)
                    select contact_id, id, contribution_recur_id, 'Refund', ?, ?::timestamptz
                    from contribution
                    where id = ? and not exists (
                        select from activity where contribution_id = contribution.id and type = 'Refund')
                    """,
                    refund.what().status() + " reason: " + refund.reason(),
                    refund.date(),
                    original.id());
        }
    }
}
