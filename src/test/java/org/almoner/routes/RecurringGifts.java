package org.almoner.routes;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test finds in the donor database, and what it puts there before, of recurring gifts and those who give them. */
record RecurringGifts(JdbcClient sql) {

    static final long DONOR = 700230;

    /** What PayPal calls the gift of the samples. */
    static final String PAYPAL = "I-4MB8YTQ2R6WX";

    long donor() {
        return donor(DONOR, null);
    }

    long donor(long id, @Nullable String email) {
        sql.sql("insert into contact (id, hash, created_at, updated_at) values (?, 'hash of ' || ?, now(), now())")
                .params(id, id)
                .update();
        if (email != null) {
            sql.sql("insert into contact_email (contact_id, email, is_primary) values (?, ?, true)")
                    .params(id, email)
                    .update();
        }
        return id;
    }

    /** A monthly gift of 10 USD that has been paid. */
    long gift(long id, String gateway, String subscrId) {
        sql.sql(
                        """
                        insert into contribution_recur (id, contact_id, gateway, subscr_id, amount, currency, cycle_day,
                            status, started_at, created_at, next_scheduled_at)
                        values (?, ?, ?, ?, 10, 'USD', 2, 'In Progress', to_timestamp(1785672000),
                            to_timestamp(1785672000), timestamptz '2026-10-02 00:00Z')
                        """)
                .params(id, DONOR, gateway, subscrId)
                .update();
        return id;
    }

    RecurringGifts with(long id, String column, String value) {
        sql.sql("update contribution_recur set " + column + " = ?::" + type(column) + " where id = ?")
                .params(value, id)
                .update();
        return this;
    }

    RecurringGifts withToken(long id, String token) {
        sql.sql(
                        """
                        with token as (
                            insert into payment_token (contact_id, gateway, token, created_at)
                            select contact_id, gateway, ?, now() from contribution_recur where id = ?
                            on conflict (gateway, token) do update set token = excluded.token returning id)
                        update contribution_recur set payment_token_id = token.id from token
                        where contribution_recur.id = ?
                        """)
                .params(token, id, id)
                .update();
        return this;
    }

    /** Of the donor, in dollars. */
    void contribution(long id, @Nullable Long gift, @Nullable Long visit) {
        sql.sql(
                        """
                        insert into contribution (id, contact_id, contribution_recur_id, contribution_tracking_id, gateway,
                            gateway_txn_id, trxn_id, received_at, currency, gross, fee, net, original_currency,
                            original_gross, status, financial_type, payment_instrument)
                        values (?, ?, ?, ?, 'adyen', ?, ?, now(), 'USD', 10, 0, 10, 'USD', 10, 'Completed', 'Cash',
                            'Credit Card: Visa')
                        """)
                .params(id, DONOR, gift, visit, "TXN" + id, "ADYEN TXN" + id)
                .update();
    }

    /** What came of the payment that a test has handed on. */
    Map<String, Object> donation() {
        var donations = sql.sql("select * from contribution where gateway_txn_id not like 'TXN%'");
        return await("donation")
                .until(() -> donations.query().listOfRows(), rows -> !rows.isEmpty())
                .get(0);
    }

    void rates() {
        sql.sql("insert into exchange_rate values ('INR', 0.012, '2020-01-01 00:00Z') on conflict do nothing")
                .update();
    }

    Map<String, Object> row(long id) {
        return sql.sql("select * from contribution_recur where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    Map<String, Object> only() {
        return sql.sql("select * from contribution_recur").query().singleRow();
    }

    String status(long id) {
        return String.valueOf(row(id).get("status"));
    }

    int activities(String type) {
        return sql.sql("select count(*) from activity where type = ? and contact_id = ?")
                .params(type, DONOR)
                .query(Integer.class)
                .single();
    }

    private String type(String column) {
        return sql.sql("select format_type(atttypid, atttypmod) from pg_attribute "
                        + "where attrelid = 'contribution_recur'::regclass and attname = ?")
                .param(column)
                .query(String.class)
                .single();
    }
}
