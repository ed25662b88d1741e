package org.almoner.routes;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.almoner.contact.Checksum;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts that are there before a message about their mail, what became of them, and the mails that were asked for. */
record MailingContacts(JdbcClient sql, StringRedisTemplate redis) {

    void add(long id, String... emails) {
        sql.sql("insert into contact (id, hash, created_at, updated_at) values (?, ?, now(), now())")
                .params(id, hash(id))
                .update();
        for (int i = 0; i < emails.length; i++) {
            sql.sql("insert into contact_email (contact_id, email, is_primary) values (?, ?, ?)")
                    .params(id, emails[i], i == 0)
                    .update();
        }
    }

    void set(long id, String columns) {
        sql.sql("update contact set " + columns + " where id = ?").param(id).update();
    }

    void livesIn(long id, String country) {
        sql.sql("insert into contact_address (contact_id, country, is_primary) values (?, ?, true)")
                .params(id, country)
                .update();
    }

    void gave(long id, long contributionId) {
        sql.sql(
                        """
                        insert into contribution (id, contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency,
                            gross, fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
                        values (?, ?, 'adyen', 'T', 'ADYEN T', now(), 'USD', 1, 0, 1, 'USD', 1, 'Completed', 'Cash', 'Cash')
                        """)
                .params(contributionId, id)
                .update();
    }

    /** A link that was made long ago. */
    String link(long id, String life) {
        return Checksum.make(id, hash(id), Instant.ofEpochSecond(1_600_000_000), life)
                .text();
    }

    /** The ids of those of whom that holds. */
    List<Long> those(String condition) {
        return sql.sql("select id from contact where " + condition + " order by id")
                .query(Long.class)
                .list();
    }

    List<String> emails(long id) {
        return sql.sql(
                        """
                        select concat_ws(' ', email, location_type, case when is_primary then 'primary' end)
                        from contact_email where contact_id = ? order by is_primary desc, email
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    List<String> activities(long id) {
        return sql.sql("select type from activity where contact_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    /** What was asked for, once nothing more is on its way. */
    List<String> mails() {
        await("relayed")
                .until(() -> sql.sql("select count(*) from outbox")
                                .query(Integer.class)
                                .single()
                        == 0);
        return Objects.requireNonNull(redis.opsForList().range("mail", 0, -1));
    }

    private static String hash(long id) {
        return "hash-of-" + id;
    }
}
