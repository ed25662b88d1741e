package org.almoner.donation;

import java.util.List;
import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The contributions that are kept, by all that later messages call them by. New ones are added by {@link NewContribution};
 * what becomes of one later is written by whoever decides it.
 */
@Repository
public class Contributions {

    private final UnitOfWork unit;

    Contributions(UnitOfWork unit) {
        this.unit = unit;
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
