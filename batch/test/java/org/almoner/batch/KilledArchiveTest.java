package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever the archive is cut off from its database, every payment is in one place, whole. */
@AlmonerTest
@Stopped("archive-transactions") // else the run that was killed would go on by itself in the middle of a test
class KilledArchiveTest {

    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, 30).boxed().toList();

    @Autowired
    @Qualifier("archiveTransactions")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    CamelContext camel;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient sql;

    /** MIG-2. Each holds it up at one of its statements: at the copy of the events, of the views, and when it deletes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into transaction_event_history select * from transaction_event where number = 3",
                "insert into transaction_view_history select * from transaction_view",
                "select from transaction_event where number = 4 for update"
            })
    void movesNothingWhenItIsKilledAndAllInItsNextRun(String inItsWay) throws Exception {
        var payments = new TestPayments(sql);
        payments.add(1, 30, "NOTIFIED_OK", "2024-02-29 12:00Z");

        assertThat(killedAt(inItsWay).getStatus()).isNotEqualTo(BatchStatus.COMPLETED);

        assertThat(payments.here()).isEqualTo(ALL);
        assertThat(payments.inHistory()).isEmpty();
        assertThat(payments.torn()).isEmpty();

        new TestRun(launcher, job).completes();

        assertThat(payments.inHistory()).isEqualTo(ALL);
        assertThat(payments.torn()).isEmpty();
    }

    /** MIG-3. */
    @Test
    void doesNothingWhereThereIsNothingToMove() {
        var run = new TestRun(launcher, job).ends();

        assertThat(run.getStepExecutions()).allMatch(step -> step.getReadCount() == 0 && step.getWriteCount() == 0);
        assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    private JobExecution killedAt(String inItsWay) throws SQLException {
        try (var other = dataSource.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(inItsWay);
            var run = CompletableFuture.supplyAsync(new TestRun(launcher, job)::ends);
            await().until(this::terminateWhoWaits);
            var ended = run.join();
            other.rollback();
            return ended;
        }
    }

    private boolean terminateWhoWaits() {
        return !sql.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and query ~ 'transaction_(event|view)' and datname = current_database()
                        """)
                .query(Boolean.class)
                .list()
                .isEmpty();
    }
}
