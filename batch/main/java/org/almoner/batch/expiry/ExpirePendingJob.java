package org.almoner.batch.expiry;

import java.time.Clock;
import java.time.Instant;
import org.almoner.batch.run.Pace;
import org.almoner.batch.run.Stopping;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Has payments expire that were left in the middle for too long. One chunk is one page and one unit of work; a payment that the
 * database refuses is set aside, and those around it expire.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExpirySettings.class)
class ExpirePendingJob {

    private static final int TRIES_OF_A_CHUNK = 3;

    @Bean
    Job expirePending(JobRepository runs, Step expirePages) {
        return new JobBuilder("expire-pending", runs).start(expirePages).build();
    }

    @Bean
    Step expirePages(
            JobRepository runs,
            PlatformTransactionManager transactions,
            ExpirySettings settings,
            CandidateReader candidates,
            ExpiryWriter expiries) {
        return new StepBuilder("expire-pages", runs)
                .<Candidate, Candidate>chunk(settings.pageSize(), transactions)
                .reader(candidates)
                .writer(expiries)
                .faultTolerant()
                .retry(PessimisticLockingFailureException.class)
                .retryLimit(TRIES_OF_A_CHUNK)
                .skip(DataIntegrityViolationException.class)
                .skipLimit(Integer.MAX_VALUE)
                .build();
    }

    @Bean
    @StepScope
    CandidateReader candidates(
            @Value("#{jobParameters['tick']}") String tick,
            ExpiryRuns runs,
            OpenTransactions open,
            ExpirySettings settings,
            Stopping stopping,
            Clock clock) {
        var pace = new Pace(settings.pageDelay(), stopping);
        return new CandidateReader(runs.begin(Instant.parse(tick)), open, settings.pageSize(), pace, clock);
    }

    @Bean
    @StepScope
    ExpiryWriter expiries(
            @Value("#{jobParameters['tick']}") String tick, ExpiryRuns runs, Expiry expiry, SetAside setAside) {
        return new ExpiryWriter(runs.begin(Instant.parse(tick)), runs, expiry, setAside);
    }
}
