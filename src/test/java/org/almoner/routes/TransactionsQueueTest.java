package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.transaction.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class TransactionsQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue transactions;

    @BeforeEach
    void queue() {
        transactions = new TestQueue("transactions", redis, sql);
    }

    @Test
    void keepsEachEventAndShowsWhereTheyLead() {
        var story = Story.of("ACT AREQ ACOMP(OK) CREQ");

        var receipt = push(story.messages());

        assertThat(receipt).isEqualTo(new Receipt(4, 0, 0));
        assertThat(events(story.id()))
                .containsExactly(
                        "1 TRANSACTION_ACTIVATED_EVENT",
                        "2 TRANSACTION_AUTHORIZATION_REQUESTED_EVENT",
                        "3 TRANSACTION_AUTHORIZATION_COMPLETED_EVENT",
                        "4 TRANSACTION_CLOSURE_REQUESTED_EVENT");
        assertThat(view(story.id())).isEqualTo("CLOSURE_REQUESTED 08:00:00 08:00:03 4");
    }

    private Receipt push(List<String> messages) {
        return transactions.push(messages.toArray(String[]::new));
    }

    private List<String> events(String id) {
        return sql.sql(
                        "select number || ' ' || event_code from transaction_event where transaction_id = ? order by number")
                .param(id)
                .query(String.class)
                .list();
    }

    private String view(String id) {
        return sql.sql(
                        """
                        select concat_ws(' ', status, to_char(created_at at time zone 'UTC', 'HH24:MI:SS'),
                            to_char(last_event_at at time zone 'UTC', 'HH24:MI:SS'), event_count)
                        from transaction_view where transaction_id = ?
                        """)
                .param(id)
                .query(String.class)
                .single();
    }
}
