package org.almoner.batch.orphan;

import java.time.Clock;
import org.almoner.batch.run.Pace;
import org.almoner.batch.run.Stopping;
import org.almoner.orphan.Inquiries;
import org.almoner.orphan.OrphanSettings;
import org.almoner.orphan.Overdue;
import org.almoner.orphan.OverduePayments;
import org.almoner.queue.FollowUps;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Asks gateways about the payments that nobody came back from, oldest first, a page at a time; what they say is decided on as it
 * comes. One chunk is one page and one unit of work. A run that is killed leaves the rest to the next one, which finds it.
 */
@Configuration(proxyBeanMethods = false)
class RectifyOrphansJob {

    private static final String RUN = "#{stepExecution.jobExecution.jobInstance.instanceId}";

    @Bean
    Job rectifyOrphans(JobRepository runs, Step askAboutOrphans) {
        return new JobBuilder("rectify-orphans", runs).start(askAboutOrphans).build();
    }

    @Bean
    Step askAboutOrphans(
            JobRepository runs,
            PlatformTransactionManager transactions,
            OrphanSettings settings,
            OverdueReader overduePage,
            InquiryWriter inquiryPage) {
        return new StepBuilder("ask-about-orphans", runs)
                .<Overdue, Overdue>chunk(settings.pageSize(), transactions)
                .reader(overduePage)
                .writer(inquiryPage)
                .listener(inquiryPage)
                .build();
    }

    @Bean
    @StepScope
    OverdueReader overduePage(OverduePayments payments, OrphanSettings settings, Stopping stopping, Clock clock) {
        return new OverdueReader(
                payments, settings.pageSize(), new Pace(settings.pageDelay(), stopping), clock.instant());
    }

    @Bean
    @StepScope
    InquiryWriter inquiryPage(
            @Value(RUN) Long run, Inquiries inquiries, OrphanRuns orphanRuns, FollowUps followUps, Clock clock) {
        return new InquiryWriter(run, inquiries, orphanRuns, followUps, clock);
    }
}
