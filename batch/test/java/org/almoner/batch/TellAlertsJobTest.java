package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody should look at is told once. */
@AlmonerTest
@Stopped("tell-alerts") // its own time would come in the middle of a test
@ExtendWith(OutputCaptureExtension.class)
class TellAlertsJobTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    @Qualifier("tellAlerts")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    CamelContext camel;

    @Autowired
    Alerts alerts;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient sql;

    @Test
    void writesAnAlertOnceAtErrorAndCountsIt(CapturedOutput output) throws Exception {
        alerts.raise(new Alert("strange thing", "contribution=7"));

        run();
        run();

        assertThat(output.getAll().lines().filter(line -> line.contains("kind=\"strange thing\" contribution=7")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("ERROR"));
        assertThat(meters.counter("almoner.alerts", "kind", "strange thing").count())
                .isOne();
    }

    @Test
    void sumsUpTheRejectedMessagesOfAQueueByReason() throws Exception {
        letter("donations", "gateway is missing", "kept", null);
        letter("donations", "gateway is missing", "kept", null);
        letter("donations", "unknown currency XXX", "kept", null);
        letter("refund", "gateway is missing", "kept", null);

        run();
        run();

        assertThat(sql.sql("select about from alert where kind = 'rejected message' and told_at is not null")
                        .query(String.class)
                        .list())
                .map(about -> about.replaceFirst("dead_letters=.*", ""))
                .containsExactlyInAnyOrder(
                        "queue=donations reason=\"gateway is missing\" messages=2 ",
                        "queue=donations reason=\"unknown currency XXX\" messages=1 ",
                        "queue=refund reason=\"gateway is missing\" messages=1 ");
    }

    @Test
    void namesTheFirstTenDeadLetters() throws Exception {
        for (int n = 0; n < 12; n++) {
            letter("donations", "gateway is missing", "kept", null);
        }

        run();

        assertThat(sql.sql("select about from alert").query(String.class).single())
                .contains("messages=12")
                .matches(".* dead_letters=\\d+(,\\d+){9}");
    }

    @Test
    void tellsNothingOfWhatIsTriedAgainOrWasHandled() throws Exception {
        letter("refund", "the donation is not here", "kept", Instant.now());
        letter("refund", "was wrong", "requeued", null);
        letter("refund", "was wrong", "handled", null);

        run();

        assertThat(sql.sql("select count(*) from alert").query(Integer.class).single())
                .isZero();
    }

    @Test
    void deletesWhatIsOlderThanAMonth() throws Exception {
        alerts.raise(new Alert("new", "x"));
        alerts.raise(new Alert("old", "x"));
        sql.sql("update alert set raised_at = ? where kind = 'old'")
                .param(OffsetDateTime.ofInstant(LONG_AGO, ZoneOffset.UTC))
                .update();

        run();

        assertThat(sql.sql("select kind from alert").query(String.class).list()).containsExactly("new");
    }

    private void run() throws Exception {
        var parameters = new JobParametersBuilder()
                .addString("run", UUID.randomUUID().toString())
                .toJobParameters();
        assertThat(launcher.run(job, parameters).getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
    }

    private void letter(String queue, String error, String state, @Nullable Instant retryAt) {
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, kind, error, first_error, trace, attempts, state,
                            first_failed_at, failed_at, retry_at)
                        select ?, m, sha256(m), 'invalid', ?, ?, '', 1, ?, now(), now(), ?
                        from (select convert_to(gen_random_uuid()::text, 'UTF8') as m) as letter
                        """)
                .param(queue)
                .param(error)
                .param(error)
                .param(state)
                .param(retryAt == null ? null : OffsetDateTime.ofInstant(retryAt, ZoneOffset.UTC))
                .update();
    }
}
