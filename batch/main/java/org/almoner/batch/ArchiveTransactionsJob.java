package org.almoner.batch;

import java.time.Clock;
import org.almoner.archive.TransactionArchive;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Moves payments that ended months ago to history, as many as the time of the day allows; whoever is killed has moved whole pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArchiveSettings.class)
class ArchiveTransactionsJob {

    @Bean
    Job archiveTransactions(JobRepository runs, Step moveEndedTransactions) {
        return new JobBuilder("archive-transactions", runs)
                .start(moveEndedTransactions)
                .build();
    }

    @Bean
    Step moveEndedTransactions(JobRepository runs, PlatformTransactionManager transactions, Tasklet archiveRun) {
        return new StepBuilder("move-ended-transactions", runs)
                .tasklet(archiveRun, transactions)
                .listener(new SaysWhatItDid())
                .build();
    }

    @Bean
    @StepScope
    Tasklet archiveRun(
            TransactionArchive archive,
            PlatformTransactionManager transactions,
            ArchiveSettings settings,
            Clock clock) {
        return new ArchiveRun(archive, transactions, settings, clock);
    }
}
