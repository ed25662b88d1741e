package org.almoner.donation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.almoner.queue.DuplicateMessage;
import org.almoner.queue.Ids;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The contributions that are kept, by all that later messages call them by. What becomes of one later is written by
 * whoever decides it.
 */
@Repository
public class Contributions {

    private static final String ADD =
            """
            insert into contribution (
                id, contact_id, contribution_recur_id, contribution_tracking_id, gateway, gateway_txn_id, trxn_id,
                invoice_id, received_at, status, financial_type, payment_instrument,
                currency, gross, fee, net, original_currency, original_gross, original_fee, original_net,
                order_id, gateway_account, gateway_status, backend_processor, backend_processor_txn_id,
                backend_processor_reversal_id, payment_orchestrator_reconciliation_id,
                payment_orchestrator_reversal_id, auth_id, capture_id,
                fund, campaign, appeal, channel, is_major_gift, no_thank_you,
                check_number, postmark_date, note, manual_review, banking_institution, donor_advised_fund_name,
                settled_at, settlement_currency, settlement_batch_reference, settled_donation_amount,
                settled_fee_amount,
                source_name, source_type, source_host, source_run_id, source_version, source_enqueued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final UnitOfWork unit;
    private final Ids ids;

    private final Clock clock;

    Contributions(UnitOfWork unit, Ids ids, Clock clock) {
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The invoice id under which a gift can be kept. What was told of two gifts is kept of the earlier one; the later one
     * has something put behind it.
     *
     * @throws DuplicateMessage if the gift is kept already
     */
    @Nullable
    String invoiceFor(Gift gift) {
        var now = clock.instant();
        String invoice = gift.invoice(now);
        while (isTaken(invoice, gift)) {
            invoice = "%s|dup-%d".formatted(invoice, now.getEpochSecond());
        }
        return invoice;
    }

    /** One round trip for both questions. */
    private boolean isTaken(@Nullable String invoice, Gift gift) {
        return unit.read(
                        """
                        select exists (select from contribution where gateway = ? and gateway_txn_id = ?)
                                or exists (select from contribution where trxn_id = ?) as payment,
                            exists (select from contribution where invoice_id = ?) as invoice
                        """,
                        (row, n) -> {
                            if (row.getBoolean("payment")) {
                                throw new DuplicateMessage("the payment is a contribution already");
                            }
                            return row.getBoolean("invoice");
                        },
                        gift.gateway(),
                        gift.gatewayTxnIdOfItsOwn(),
                        gift.trxnId(),
                        invoice)
                .get(0);
    }

    /** @return its id; its row may still be unsent */
    long add(NewContribution added) {
        long id = ids.next("contribution_id");
        unit.write(ADD, ContributionColumns.of(id, added));
        return id;
    }

    public Optional<Contribution> byId(long id) {
        return find("select * from contribution where id = ?", id);
    }

    public Optional<Contribution> byPayment(String gateway, String gatewayTxnId) {
        return find("select * from contribution where gateway = ? and gateway_txn_id = ?", gateway, gatewayTxnId);
    }

    /** What is behind the last {@code |} was added by us; of several, the first one that was kept. */
    public Optional<Contribution> byInvoice(String invoiceId) {
        return find(
                """
                select * from contribution
                where invoice_id = ? or (invoice_id > ? and invoice_id < ?)
                order by id limit 1
                """,
                invoiceId,
                invoiceId + "|",
                invoiceId + "}"); // the character after it: a range is looked up in the index, a pattern may not be
    }

    public Optional<Contribution> byBackendPayment(String backendProcessor, String backendProcessorTxnId) {
        return find(
                """
                select * from contribution where backend_processor = ? and backend_processor_txn_id = ?
                order by id limit 1
                """,
                backendProcessor,
                backendProcessorTxnId);
    }

    /** By the id that people read: {@code RFD ADYEN Q7K2M9XW4TBN8R65}. */
    public boolean hasTrxnId(String trxnId) {
        return !unit.read("select 1 from contribution where trxn_id = ?", (row, n) -> 1, trxnId)
                .isEmpty();
    }

    private Optional<Contribution> find(String sql, @Nullable Object... parameters) {
        List<Contribution> found = unit.read(sql, ContributionRow::read, parameters);
        return found.stream().findFirst();
    }
}
