package org.almoner.routes;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Donations that are in the database before a test begins, of 35 euros each, worth 40.74 dollars; and what became of them. */
record KeptDonations(JdbcClient sql) {

    long add(String gateway, String gatewayTxnId) {
        return sql.sql(
                        """
                        with donor as (
                            insert into contact (first_name, last_name, created_at, updated_at)
                            values ('Petra', 'Jansen', now(), now()) returning id)
                        insert into contribution (contact_id, gateway, gateway_txn_id, trxn_id, order_id, invoice_id,
                            received_at, currency, gross, fee, net, original_currency, original_gross, status,
                            financial_type, payment_instrument, fund, campaign, appeal, channel)
                        select id, ?, ?, upper(?) || ' ' || ?, '417008907.1', '417008907.' || id,
                            to_timestamp(1788350400), 'USD', 40.74, 0, 40.74, 'EUR', 35, 'Completed',
                            'Cash', 'Credit Card: Visa', 'Unrestricted', 'Online Gift', 'JimmyQuote', 'Desktop'
                        from donor returning id
                        """)
                .param(gateway)
                .param(gatewayTxnId)
                .param(gateway)
                .param(gatewayTxnId)
                .query(Long.class)
                .single();
    }

    /** @return the id of the recurring gift */
    long addRecurring(String gateway, String gatewayTxnId) {
        return sql.sql(
                        """
                        with gift as (
                            insert into contribution_recur (contact_id, gateway, subscr_id, amount, currency, cycle_day,
                                status, started_at, created_at)
                            select contact_id, gateway, gateway_txn_id, 35, 'EUR', 2, 'In Progress', received_at, received_at
                            from contribution where id = ? returning id, contact_id)
                        update contribution set contribution_recur_id = gift.id from gift
                        where contribution.contact_id = gift.contact_id returning gift.id
                        """)
                .param(add(gateway, gatewayTxnId))
                .query(Long.class)
                .single();
    }

    Map<String, Object> row(long id) {
        return sql.sql("select * from contribution where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    List<String> statuses() {
        return sql.sql("select status from contribution order by id")
                .query(String.class)
                .list();
    }

    /** What was booked beside a donation, because other money went back than had come. */
    List<Map<String, Object>> corrections() {
        return sql.sql("select * from contribution where parent_contribution_id is not null")
                .query()
                .listOfRows();
    }
}
