package org.almoner.batch.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.almoner.batch.run.Pace;
import org.almoner.batch.run.Stopping;
import org.almoner.queue.FollowUps;
import org.almoner.queue.UnitOfWork;
import org.almoner.transaction.TransactionSettings;
import org.almoner.transaction.Transactions;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The caretaker with settings and at a time of a test's own, on the stores of the shared application. */
record TestExpiry(ApplicationContext application, String job, ExpirySettings settings, Instant now) {

    /** Far from now, where the real caretaker finds nothing and the relay pushes nothing. */
    static final Instant NOW = Instant.parse("2096-02-29T10:00:00Z");

    static final Instant IN_WINDOW = NOW.minus(Duration.ofMinutes(90));

    private static final Duration NONE = Duration.ZERO;

    /** Every hour, as it comes, and at full speed. */
    static TestExpiry at(ApplicationContext application, Instant now) {
        return new TestExpiry(application, "expire-pending-" + UUID.randomUUID(), settings(5, NONE), now);
    }

    static ExpirySettings settings(int pageSize, Duration pageDelay) {
        return new ExpirySettings(
                "0 0 * * * *", 2, null, null, null, Duration.ofSeconds(-1), pageSize, pageDelay, "expired-here");
    }

    TestExpiry with(ExpirySettings others) {
        return new TestExpiry(application, job, others, now);
    }

    TestExpiry later(Duration time) {
        return new TestExpiry(application, job, settings, now.plus(time));
    }

    /** The run of a tick at this time. */
    JobExecution run() {
        return run(now);
    }

    JobExecution run(Instant tick) {
        var ofTick =
                new JobBuilder(job, of(JobRepository.class)).start(step(tick)).build();
        var parameters =
                new JobParametersBuilder().addString("tick", tick.toString()).toJobParameters();
        try {
            return of(JobLauncher.class).run(ofTick, parameters);
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** As far as a process comes that is killed before the first page. */
    ExpiryRun plan(Instant tick) {
        return runs().begin(tick);
    }

    /** The payments that messages were sent about, in their order. */
    List<String> messages() {
        return of(JdbcClient.class)
                .sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb -> 'event' ->> 'transactionId' from outbox
                        where queue = 'expired-here' order by due_at, id
                        """)
                .query(String.class)
                .list();
    }

    /** What the last run has written down of itself. */
    Map<String, Object> lastRun() {
        return of(JdbcClient.class)
                .sql("select * from expiry_run order by started_at desc limit 1")
                .query()
                .singleRow();
    }

    private ExpiryRuns runs() {
        return new ExpiryRuns(of(UnitOfWork.class), open(), settings, clock());
    }

    private OpenTransactions open() {
        return new OpenTransactions(of(JdbcClient.class));
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Step step(Instant tick) {
        var clock = clock();
        var runs = runs();
        var run = plan(tick);
        var pace = new Pace(settings.pageDelay(), of(Stopping.class));
        var expiry =
                new Expiry(of(Transactions.class), of(TransactionSettings.class), of(FollowUps.class), settings, clock);
        var step = new ExpirePendingJob()
                .expirePages(
                        of(JobRepository.class),
                        of(PlatformTransactionManager.class),
                        settings,
                        new CandidateReader(run, open(), settings.pageSize(), pace, clock),
                        new ExpiryWriter(run, runs, expiry, new SetAside(of(UnitOfWork.class), clock)));
        application.getAutowireCapableBeanFactory().applyBeanPostProcessorsAfterInitialization(step, "step");
        return step;
    }

    private <T> T of(Class<T> type) {
        return application.getBean(type);
    }
}
