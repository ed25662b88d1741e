package org.almoner.batch;

import org.almoner.notification.Notifications;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the content from old notifications; whose they were, when they came and what they were found to be stays. */
@Configuration(proxyBeanMethods = false)
class PurgeNotificationsJob {

    @Bean
    Job purgeNotifications(JobRepository runs, Step emptyNotifications) {
        return new JobBuilder("purge-notifications", runs)
                .start(emptyNotifications)
                .build();
    }

    @Bean
    Step emptyNotifications(Purges purges, JdbcCursorItemReader<String> oldNotifications, Notifications notifications) {
        return purges.step("notifications", oldNotifications, notifications::empty);
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<String> oldNotifications(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-notifications",
                """
                select id from notification
                where received_at >= '-infinity' and received_at < ? and purged_at is null
                """,
                (row, n) -> row.getString("id"),
                ages.notifications());
    }
}
