package org.almoner.batch.orphan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.almoner.batch.run.Pace;
import org.almoner.batch.run.Stopping;
import org.almoner.orphan.Inquiries;
import org.almoner.orphan.OrphanSettings;
import org.almoner.orphan.OverduePayments;
import org.almoner.queue.FollowUps;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The caretaker at full speed, under a name and a lease of its own, on the stores of the shared application. */
record TestRectification(ApplicationContext application, int pageSize) {

    JobExecution run() {
        String name = "rectify-orphans-" + UUID.randomUUID();
        var inquiries = new InquiryWriter(
                name.hashCode(), of(Inquiries.class), of(OrphanRuns.class), of(FollowUps.class), of(Clock.class));
        var step = new RectifyOrphansJob()
                .askAboutOrphans(
                        of(JobRepository.class), of(PlatformTransactionManager.class), settings(), reader(), inquiries);
        application.getAutowireCapableBeanFactory().applyBeanPostProcessorsAfterInitialization(step, "step");
        var job = new JobBuilder(name, of(JobRepository.class)).start(step).build();
        try {
            return of(JobLauncher.class).run(job, new JobParameters());
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** @return the id of the pending payment */
    long asksAbout(ObjectNode payment) {
        long id = TestOrphans.of(application).add(payment);
        run();
        return id;
    }

    OverdueReader reader() {
        var pace = new Pace(Duration.ZERO, of(Stopping.class));
        return new OverdueReader(
                of(OverduePayments.class), pageSize, pace, of(Clock.class).instant());
    }

    /** Those of the application, but for its leisure. */
    private OrphanSettings settings() {
        var ours = of(OrphanSettings.class);
        return new OrphanSettings(
                pageSize,
                Duration.ZERO,
                ours.answerWithin(),
                ours.askAgainAfter(),
                ours.leaveFor(),
                ours.alertAfter(),
                ours.sameDonorWithin(),
                ours.gateways());
    }

    private <T> T of(Class<T> type) {
        return application.getBean(type);
    }
}
