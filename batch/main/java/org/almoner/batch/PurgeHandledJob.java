package org.almoner.batch;

import org.almoner.gateway.GatewayCalls;
import org.almoner.queue.CommittedClaim;
import org.almoner.queue.Leftovers;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets which messages were handled, which claims were committed and which calls were answered, when none can well come again. */
@Configuration(proxyBeanMethods = false)
class PurgeHandledJob {

    @Bean
    Job purgeHandled(JobRepository runs, Step purgeHandledKeys, Step purgeReceipts, Step purgeCalls) {
        return new JobBuilder("purge-handled", runs)
                .start(purgeHandledKeys)
                .next(purgeReceipts)
                .next(purgeCalls)
                .build();
    }

    @Bean
    Step purgeHandledKeys(Purges purges, JdbcCursorItemReader<String> oldHandledKeys, Leftovers leftovers) {
        return purges.step("handled-keys", oldHandledKeys, leftovers::deleteKeys);
    }

    @Bean
    Step purgeReceipts(Purges purges, JdbcCursorItemReader<CommittedClaim> oldReceipts, Leftovers leftovers) {
        return purges.step("claim-receipts", oldReceipts, leftovers::deleteReceipts);
    }

    @Bean
    Step purgeCalls(Purges purges, JdbcCursorItemReader<String> oldCalls, GatewayCalls calls) {
        return purges.step("gateway-calls", oldCalls, calls::delete);
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<String> oldCalls(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-gateway-calls",
                "select key from gateway_call where answered_at > '-infinity' and answered_at < ?",
                (row, n) -> row.getString("key"),
                ages.gatewayCalls());
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<String> oldHandledKeys(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-handled-keys",
                "select message_key from handled_message where handled_at < ?",
                (row, n) -> row.getString("message_key"),
                ages.handledKeys());
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<CommittedClaim> oldReceipts(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-receipts",
                "select queue, claim_id from claim_receipt where committed_at < ?",
                (row, n) -> new CommittedClaim(row.getString("queue"), row.getString("claim_id")),
                ages.receipts());
    }
}
