package org.almoner.batch;

import java.time.Clock;
import org.almoner.deadletter.DeadLetterEvents;
import org.almoner.queue.Leftovers;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the content from old dead letters, ours and those of payment services; what failed, when and why stays. */
@Configuration(proxyBeanMethods = false)
class PurgeDeadLettersJob {

    @Bean
    Job purgeDeadLetters(JobRepository runs, Step emptyDeadLetters, Step emptyDeadLetterEvents) {
        return new JobBuilder("purge-dead-letters", runs)
                .start(emptyDeadLetters)
                .next(emptyDeadLetterEvents)
                .build();
    }

    @Bean
    Step emptyDeadLetters(
            Purges purges,
            JdbcCursorItemReader<Long> oldDeadLetters,
            Leftovers leftovers,
            PurgeSettings ages,
            Clock clock) {
        return purges.step(
                "dead-letters",
                oldDeadLetters,
                ids -> leftovers.emptyDeadLetters(ids, clock.instant().minus(ages.deadLetters())));
    }

    @Bean
    Step emptyDeadLetterEvents(
            Purges purges, JdbcCursorItemReader<String> oldDeadLetterEvents, DeadLetterEvents archive) {
        return purges.step("dead-letter-events", oldDeadLetterEvents, archive::empty);
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<Long> oldDeadLetters(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-dead-letters",
                """
                select id from dead_letter
                where failed_at >= '-infinity' and failed_at < ? and retry_at is null and purged_at is null
                """,
                (row, n) -> row.getLong("id"),
                ages.deadLetters());
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<String> oldDeadLetterEvents(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-dead-letter-events",
                """
                select id from dead_letter_event
                where inserted_at >= '-infinity' and inserted_at < ? and purged_at is null
                """,
                (row, n) -> row.getString("id"),
                ages.deadLetters());
    }
}
