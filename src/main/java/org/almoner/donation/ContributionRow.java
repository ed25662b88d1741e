package org.almoner.donation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.almoner.money.Money;

/** Reads a {@link Contribution} from its columns. */
final class ContributionRow {

    private ContributionRow() {}

    static Contribution read(ResultSet row, int number) throws SQLException {
        return new Contribution(
                row.getLong("id"),
                row.getLong("contact_id"),
                row.getObject("contribution_recur_id", Long.class),
                row.getString("gateway"),
                row.getString("gateway_txn_id"),
                row.getString("invoice_id"),
                row.getTimestamp("received_at").toInstant(),
                new Money(row.getBigDecimal("original_gross"), row.getString("original_currency")),
                new Money(row.getBigDecimal("gross"), row.getString("currency")),
                new Money(row.getBigDecimal("fee"), row.getString("currency")),
                row.getString("status"),
                row.getString("financial_type"),
                row.getString("payment_instrument"),
                row.getString("refund_txn_id"),
                row.getString("backend_processor_reversal_id"),
                row.getString("payment_orchestrator_reversal_id"));
    }
}
