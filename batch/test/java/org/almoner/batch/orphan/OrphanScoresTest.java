package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an orphan's risk is, and what the tables of the front ends are told of it. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls", "donations"})
class OrphanScoresTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient sql;

    private TestOrphans orphans;
    private TestRectification caretaker;

    @BeforeEach
    void setUp() {
        orphans = TestOrphans.of(application);
        caretaker = new TestRectification(application, 5);
    }

    /** Both tables refuse a message that lacks what they need. */
    @Test
    void tellsTheFrontEndsTablesWhatTheyNeed() {
        caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 50, "avs", 10));
        orphans.does("CAPTURE", "7.1");

        await().untilAsserted(() -> assertThat(
                        orphans.one(
                                """
                        select concat_ws(' ', contribution_tracking_id, order_id, gateway, gateway_txn_id, payment_method,
                            payment_submethod, country, amount, currency_code, validation_action, payments_final_status)
                        from payments_initial where server <> ''
                        """))
                .isEqualTo("7 7.1 ingenico txn-7.1 cc visa NL 5.00 EUR process complete"));
        await().untilAsserted(() -> assertThat(
                        orphans.one(
                                """
                        select concat_ws(' ', contribution_tracking_id, order_id, gateway, payment_method, user_ip,
                            validation_action, f.risk_score, string_agg(filter_name || '=' || b.risk_score, ' ' order by 1))
                        from payments_fraud as f join payments_fraud_breakdown as b on payments_fraud_id = f.id
                        where server <> '' group by f.id
                        """))
                .contains("7 7.1 ingenico cc 192.0.2.44", " process 60 ", "getCVVResult=50", "getAVSResult=10"));
    }

    @Test
    void addsTheScoresThatAreKnown() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        score("7", "7.1", "initial", 25);

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 50));

        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        await().untilAsserted(() -> assertThat(
                        orphans.one("select validation_action || ' ' || risk_score from payments_fraud"))
                .isEqualTo("review 75"));
    }

    @Test
    void tellsNothingOfScoresThatAreKnownAlready() {
        caretaker.asksAbout(orphans.payment("7.1"));
        score("7", "7.1", "getCVVResult", 0);

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100));

        assertThat(orphans.calls()).contains("CAPTURE txn-7.1");
        assertThat(orphans.one("select count(*)::text from outbox")).isEqualTo("0");
        assertThat(orphans.receipts("payments-antifraud")).isZero();
    }

    private void score(String visit, String order, String filter, int score) {
        sql.sql(
                        """
                        with known as (
                            insert into payments_fraud (contribution_tracking_id, gateway, order_id, validation_action,
                                payment_method, risk_score, server, date)
                            values (?::bigint, 'ingenico', ?, 'process', 'cc', ?, 'front1', now()) returning id)
                        insert into payments_fraud_breakdown select id, ?, ? from known
                        """)
                .params(visit, order, score, filter, score)
                .update();
    }
}
