package org.almoner.batch;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.almoner.queue.DeadLetters;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.JdbcPagingItemReader;
import org.springframework.batch.item.database.Order;
import org.springframework.batch.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Sends dead letters back to their queues when their time has come, oldest first. A run that is killed, or two that run
 * at once, requeue nothing twice: a letter changes its state in the same transaction that puts it into the outbox.
 */
@Configuration(proxyBeanMethods = false)
class RequeueDeadLettersJob {

    private static final int MOST_IN_A_RUN = 500;
    private static final int CHUNK = 100;

    @Bean
    Job requeueDeadLetters(JobRepository runs, Step requeueDueLetters) {
        return new JobBuilder("requeue-dead-letters", runs)
                .start(requeueDueLetters)
                .build();
    }

    @Bean
    Step requeueDueLetters(
            JobRepository runs,
            PlatformTransactionManager transactions,
            JdbcPagingItemReader<Long> dueLetters,
            DeadLetters deadLetters) {
        ItemWriter<Long> requeue = ids -> ids.forEach(deadLetters::requeue);
        return new StepBuilder("requeue-due-letters", runs)
                .<Long, Long>chunk(CHUNK, transactions)
                .reader(dueLetters)
                .writer(requeue)
                .listener(new SaysWhatItDid())
                .build();
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Long> dueLetters(DataSource dataSource, Clock clock) {
        Map<String, Order> oldestFirst = new LinkedHashMap<>();
        oldestFirst.put("retry_at", Order.ASCENDING);
        oldestFirst.put("id", Order.ASCENDING);
        return new JdbcPagingItemReaderBuilder<Long>()
                .name("due-letters")
                .dataSource(dataSource)
                .selectClause("select id, retry_at")
                .fromClause("from dead_letter")
                .whereClause("where retry_at <= :now")
                .parameterValues(Map.of("now", OffsetDateTime.now(clock)))
                .sortKeys(oldestFirst)
                .rowMapper((row, n) -> row.getLong("id"))
                .pageSize(CHUNK)
                .maxItemCount(MOST_IN_A_RUN)
                .saveState(false) // what was requeued is no longer due
                .build();
    }
}
