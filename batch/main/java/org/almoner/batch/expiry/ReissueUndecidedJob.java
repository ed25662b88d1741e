package org.almoner.batch.expiry;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.almoner.queue.FollowUps;
import org.almoner.queue.FollowUps.Due;
import org.almoner.transaction.UndecidedTransactions;
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
 * Sends the expiry message of a payment again whose refund nobody has decided on, longest overdue first: whatever became of the
 * first message, the money is not forgotten. The message and the time of the next one are committed together.
 */
@Configuration(proxyBeanMethods = false)
class ReissueUndecidedJob {

    /** Of one every five minutes: after an outage the queue gets them back no faster than they are decided on. */
    private static final int MOST_IN_A_RUN = 5_000;

    private static final int CHUNK = 100;

    @Bean
    Job reissueUndecided(JobRepository runs, Step reissueExpiryMessages) {
        return new JobBuilder("reissue-undecided", runs)
                .start(reissueExpiryMessages)
                .build();
    }

    @Bean
    Step reissueExpiryMessages(
            JobRepository runs,
            PlatformTransactionManager transactions,
            JdbcPagingItemReader<String> undecidedPayments,
            ItemWriter<String> reissues) {
        return new StepBuilder("reissue-expiry-messages", runs)
                .<String, String>chunk(CHUNK, transactions)
                .reader(undecidedPayments)
                .writer(reissues)
                .build();
    }

    @Bean
    ItemWriter<String> reissues(
            UndecidedTransactions undecided, FollowUps followUps, ExpirySettings settings, Clock clock) {
        return ids -> followUps.send(
                settings.queue(),
                undecided.reissue(List.copyOf(ids.getItems())).stream()
                        .map(message -> new Due(message, clock.instant()))
                        .toList());
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<String> undecidedPayments(DataSource dataSource, Clock clock) {
        Map<String, Order> longestOverdueFirst = new LinkedHashMap<>();
        longestOverdueFirst.put("decide_by", Order.ASCENDING);
        longestOverdueFirst.put("transaction_id", Order.ASCENDING);
        return new JdbcPagingItemReaderBuilder<String>()
                .name("undecided-payments")
                .dataSource(dataSource)
                .selectClause("select transaction_id, decide_by")
                .fromClause("from transaction_view")
                .whereClause("where decide_by <= :now")
                .parameterValues(Map.of("now", OffsetDateTime.now(clock)))
                .sortKeys(longestOverdueFirst)
                .rowMapper((row, n) -> row.getString("transaction_id"))
                .pageSize(CHUNK)
                .maxItemCount(MOST_IN_A_RUN)
                .saveState(false) // what was sent again is no longer overdue
                .build();
    }
}
