package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.almoner.queue.Gate;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A job runs under its lease, a tick once, and on from where it was left. */
@AlmonerTest
@Timeout(60)
class LeasedLauncherTest {

    private static final ExitStatus COMPLETED = ExitStatus.COMPLETED;

    @Autowired
    ApplicationContext application;

    @Autowired
    JobLauncher launcher;

    @Autowired
    Leases leases;

    @Autowired
    Gate gate;

    @Autowired
    JobRepository runs;

    @Autowired
    JobExplorer explorer;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient sql;

    private final String name = "job-" + UUID.randomUUID();
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    /** LCK-1: taken before, released after. */
    @Test
    void runsWhileItHasTheLease() {
        var exit = run("1", job(n -> {
            assertThat(leases.take(name)).isEmpty();
            done.add(n);
        }));

        assertThat(exit).isEqualTo(COMPLETED);
        assertThat(done).containsExactly(1, 2, 3);
        assertThat(leases.left()).isEmpty();
        assertThat(leases.take(name)).isPresent();
    }

    /** LCK-2, W24: no work, no record, no error. */
    @Test
    void doesNothingWhileSomebodyElseHasIt() {
        var somebodyElses = leases.take(name).orElseThrow();

        assertThat(run("1", job(done::add))).isEqualTo(ExitStatus.NOOP);

        assertThat(done).isEmpty();
        assertThat(explorer.getLastJobInstance(name)).isNull();
        assertThat(leases.release(somebodyElses)).isTrue();
        assertThat(meters.counter("almoner.job.ticks.lost", "job", name).count())
                .isOne();
    }

    /** LCK-3. */
    @Test
    void doesNothingWhenNobodyCanTellWhoHasIt() {
        sql.sql("alter table lease rename to hidden").update();
        try {
            assertThat(run("1", job(done::add))).isEqualTo(ExitStatus.NOOP);
        } finally {
            sql.sql("alter table hidden rename to lease").update();
        }

        assertThat(done).isEmpty();
    }

    /** LCK-4: given up at once, for whoever looks next. */
    @Test
    void leavesTheLeaseWhenItFails() {
        assertThat(run("1", job(this::failAtTwo)).getExitCode()).isEqualTo("FAILED");

        assertThat(leases.left()).containsExactly(name);
    }

    /** LCK-5, LCK-6: to release what is gone harms nobody. */
    @Test
    void hasRunThoughItsLeaseCannotBeReleased() {
        var gone = leases.take(name).orElseThrow();
        takeOver();

        assertThat(leases.release(gone)).isFalse();

        assertThat(run("1", job(done::add))).isEqualTo(ExitStatus.NOOP);
    }

    /** NEW-7, W9: whoever is late finds the tick run. */
    @Test
    void runsATickOnce() {
        run("1", job(done::add));

        assertThat(run("1", job(done::add))).isEqualTo(ExitStatus.NOOP);
        assertThat(run("2", job(done::add))).isEqualTo(COMPLETED);

        assertThat(done).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(leases.left()).isEmpty();
    }

    @Test
    void runsOnceWhenManyStartItAtOnce() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> run("1", job(done::add))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void goesOnBehindTheLastChunkThatWasCommitted() {
        run("1", job(this::failAtTwo));

        resume(job(done::add));

        assertThat(done).containsExactly(1, 2, 3);
        assertThat(leases.left()).isEmpty();
        assertThat(last().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void endsWithItsChunkWhenTheGateIsShutAndGoesOnWhenItIsOpen() {
        try {
            run("1", job(n -> {
                done.add(n);
                gate.shut();
            }));
        } finally {
            gate.open();
        }
        assertThat(done).containsExactly(1);
        assertThat(leases.left()).containsExactly(name);

        resume(job(done::add));

        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void finishesWhatWasLeftBeforeItBeginsAnew() {
        run("1", job(this::failAtTwo));

        assertThat(run("2", job(done::add))).isEqualTo(COMPLETED);

        assertThat(done).containsExactly(1, 2, 3, 1, 2, 3);
    }

    /** A killed process says nothing: its run still seems to go on. */
    @Test
    void goesOnWithARunThatNobodyEnded() {
        run("1", job(this::failAtTwo));
        sql.sql(
                        """
                        update batch_job_execution set status = 'STARTED', end_time = null, exit_code = 'UNKNOWN'
                        where job_instance_id = (select job_instance_id from batch_job_instance where job_name = ?)
                        """)
                .param(name)
                .update();
        sql.sql("update batch_step_execution set status = 'STARTED', end_time = null where job_execution_id = ?")
                .param(last().getId())
                .update();

        resume(job(done::add));

        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void givesARunUpThatFailsAgainAndAgain() {
        run("1", job(this::failAtTwo));
        for (int n = 0; n < 10 && leases.left().contains(name); n++) {
            resume(job(this::failAtTwo));
        }

        assertThat(explorer.getJobExecutions(explorer.getLastJobInstance(name))).hasSize(5);
        assertThat(leases.left()).isEmpty();
        assertThat(run("2", job(done::add))).isEqualTo(COMPLETED);
    }

    /** NEW-8: the run stops before its next write. */
    @Test
    void commitsNothingOnceItsLeaseIsSomebodyElses() {
        sql.sql("create table if not exists lease_trial (n int)").update();
        var exit = run("1", job(n -> {
            sql.sql("insert into lease_trial values (?)").param(n).update();
            if (n == 2) {
                CompletableFuture.runAsync(this::takeOver).join();
            }
        }));

        assertThat(exit.getExitCode()).isEqualTo("FAILED");
        assertThat(sql.sql("select n from lease_trial").query(Integer.class).list())
                .containsExactly(1);
        sql.sql("drop table lease_trial").update();
    }

    /** NEW-8: a chunk that takes longer than the term. */
    @Test
    void keepsItsLeaseForAsLongAsItRuns() {
        var exit = run("1", job(n -> {
            if (n == 2) {
                var until = until();
                await().atMost(java.time.Duration.ofSeconds(6)).until(() -> !until().equals(until));
            }
            done.add(n);
        }));

        assertThat(exit).isEqualTo(COMPLETED);
        assertThat(done).containsExactly(1, 2, 3);
    }

    private void failAtTwo(int n) {
        if (n == 2) {
            throw new IllegalStateException("two");
        }
        done.add(n);
    }

    private void takeOver() {
        sql.sql("update lease set until = '-infinity' where name = ?")
                .param(name)
                .update();
        assertThat(leases.take(name)).isPresent();
    }

    private String until() {
        return CompletableFuture.supplyAsync(() -> sql.sql("select until::text from lease where name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .join();
    }

    private ExitStatus run(String tick, Job job) {
        var parameters = new JobParametersBuilder().addString("tick", tick).toJobParameters();
        try {
            return launcher.run(job, parameters).getExitStatus();
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void resume(Job job) {
        try {
            ((LeasedLauncher) launcher).resume(job);
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private JobExecution last() {
        return explorer.getLastJobExecution(explorer.getLastJobInstance(name));
    }

    /** Three chunks of one number each. */
    private Job job(Consumer<Integer> work) {
        var step = new StepBuilder("step", runs)
                .<Integer, Integer>chunk(1, transactions)
                .reader(new Numbers())
                .writer(chunk -> chunk.forEach(work))
                .build();
        application.getAutowireCapableBeanFactory().applyBeanPostProcessorsAfterInitialization(step, "step");
        return new JobBuilder(name, runs).start(step).build();
    }
}
