package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What donors entered before they went to a gateway is forgotten in time. */
@AlmonerTest
@ExtendWith(OutputCaptureExtension.class)
class PurgePendingJobTest {

    @Autowired
    @Qualifier("purgePending")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient sql;

    @Test
    void forgetsAPaymentAfterThirtyDaysWhateverBecameOfIt() {
        add("old and open", "30 days 1 minute", null);
        add("old and just resolved", "30 days 1 minute", "1 minute");
        add("young and open", "29 days 23:59", null);

        run().completes();

        assertThat(left()).containsExactly("young and open");
    }

    @Test
    void forgetsAResolvedPaymentAfterSevenDays() {
        add("resolved long ago", "8 days", "7 days 1 minute");
        add("resolved lately", "8 days", "6 days 23:59");
        add("never resolved", "8 days", null);

        run().completes();

        assertThat(left()).containsExactly("never resolved", "resolved lately");
    }

    @Test
    void forgetsMoreThanAPageAndTellsHowMany(CapturedOutput output) {
        double before =
                meters.counter("almoner.purged", "what", "pending-payments").count();
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, message)
                        select now() - interval '31 days', 'adyen', n::text, '{}' from generate_series(1, 2500) as n
                        """)
                .update();

        run().completes();

        assertThat(left()).isEmpty();
        assertThat(output.getAll()).contains("step=pending-payments read=2500 wrote=2500");
        assertThat(meters.counter("almoner.purged", "what", "pending-payments").count() - before)
                .isCloseTo(2500, within(0.5));
    }

    /** The page in hand when it died was rolled back; nobody has to tell the next run. */
    @Test
    void goesOnAfterARunThatWasKilled(@Autowired JobRepository runs) throws Exception {
        add("old", "31 days", null);
        runs.createJobExecution(job.getName(), TestRun.parameters());

        run().completes();

        assertThat(left()).isEmpty();
    }

    private TestRun run() {
        return new TestRun(launcher, job);
    }

    private void add(String order, String age, @Nullable String resolvedBefore) {
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, message, resolved_at)
                        values (now() - ?::interval, 'adyen', ?, '{}', now() - ?::interval)
                        """)
                .param(age)
                .param(order)
                .param(resolvedBefore)
                .update();
    }

    private List<String> left() {
        return sql.sql("select order_id from pending_payment order by order_id")
                .query(String.class)
                .list();
    }
}
