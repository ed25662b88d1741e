package org.almoner.batch;

import org.almoner.alert.AlertLog;
import org.almoner.alert.AlertMail;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Tells of what somebody should look at, once its cause is committed; and mails it, which may fail without harm. */
@Configuration(proxyBeanMethods = false)
class TellAlertsJob {

    @Bean
    Job tellAlerts(JobRepository runs, Step logAlerts, Step mailAlerts) {
        return new JobBuilder("tell-alerts", runs)
                .start(logAlerts)
                .next(mailAlerts)
                .build();
    }

    @Bean
    Step logAlerts(JobRepository runs, PlatformTransactionManager transactions, AlertLog log) {
        return step("log-alerts", runs, transactions, log::tellWhatIsNew);
    }

    @Bean
    Step mailAlerts(JobRepository runs, PlatformTransactionManager transactions, AlertMail mail) {
        return step("mail-alerts", runs, transactions, mail::sendWhatIsDue);
    }

    private static Step step(
            String name, JobRepository runs, PlatformTransactionManager transactions, Runnable statements) {
        return new StepBuilder(name, runs)
                .tasklet(
                        (contribution, context) -> {
                            statements.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
