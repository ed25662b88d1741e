package org.almoner.batch.expiry;

import static org.almoner.batch.expiry.TestExpiry.IN_WINDOW;
import static org.almoner.batch.expiry.TestExpiry.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot expire is set aside, and costs its neighbours nothing. */
@AlmonerTest
@Timeout(60)
class ExpirySetAsideTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient sql;

    private KeptStories payments;
    private TestExpiry expiry;

    @BeforeEach
    void setUp() {
        payments = new KeptStories(sql);
        expiry = TestExpiry.at(application, NOW);
    }

    /** W7. */
    @Test
    void setsAsideWhatItCannotRead() {
        var ids = payments.keep(7, "ACT", IN_WINDOW);
        sql.sql("update transaction_event set event_code = 'NO_SUCH_EVENT' where transaction_id = ?")
                .param(ids.get(2))
                .update();

        expiry.run();

        assertThat(payments.expired()).hasSize(6).doesNotContain(ids.get(2));
        assertThat(setAside()).containsExactly(ids.get(2) + " eventCode is none that is known 1");
        assertThat(expiry.lastRun())
                .containsEntry("set_aside", 1L)
                .containsEntry("expired", 6L)
                .containsEntry("remaining", 0L);
        expiry.later(HOUR).run();
        assertThat(setAside()).containsExactly(ids.get(2) + " eventCode is none that is known 2");
    }

    /** PUB-5: what the database refuses costs its neighbours nothing. */
    @Test
    void setsAsideWhatTheDatabaseRefuses() {
        var ids = payments.keep(6, "ACT", IN_WINDOW);
        sql.sql("alter table transaction_event add constraint no_more check (transaction_id <> '%s' or number < 2)"
                        .formatted(ids.get(3)))
                .update();
        try {
            assertThat(expiry.run().getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
        } finally {
            sql.sql("alter table transaction_event drop constraint no_more").update();
        }

        assertThat(payments.expired()).hasSize(5).doesNotContain(ids.get(3));
        assertThat(expiry.messages()).hasSize(5);
        assertThat(setAside()).containsExactly(ids.get(3) + " DataIntegrityViolationException 1");
        assertThat(expiry.lastRun())
                .containsEntry("failed", 1L)
                .containsEntry("expired", 5L)
                .containsEntry("remaining", 0L);
    }

    /** PUB-2, PUB-3: no event without its view and its message. */
    @Test
    void writesAllOrNothing() {
        payments.keep(3, "ACT", IN_WINDOW);
        sql.sql("alter table outbox rename to hidden").update();
        try {
            assertThat(expiry.run().getStatus()).isEqualTo(BatchStatus.FAILED);
        } finally {
            sql.sql("alter table hidden rename to outbox").update();
        }
        assertThat(payments.expired()).isEmpty();
        assertThat(expiry.messages()).isEmpty();

        expiry.run();

        assertThat(payments.expired()).hasSize(3);
        assertThat(expiry.messages()).hasSize(3);
    }

    private List<String> setAside() {
        return sql.sql("select concat_ws(' ', transaction_id, reason, tries) from expiry_set_aside")
                .query(String.class)
                .list();
    }
}
