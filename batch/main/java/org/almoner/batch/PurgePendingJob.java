package org.almoner.batch;

import org.almoner.pending.PendingPayments;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the donors of payments that were pending: some time after their outcome was known, and after their date anyway. */
@Configuration(proxyBeanMethods = false)
class PurgePendingJob {

    @Bean
    Job purgePending(JobRepository runs, Step purgePendingPayments) {
        return new JobBuilder("purge-pending", runs).start(purgePendingPayments).build();
    }

    @Bean
    Step purgePendingPayments(Purges purges, JdbcCursorItemReader<Long> oldPendingPayments, PendingPayments pending) {
        return purges.step("pending-payments", oldPendingPayments, pending::delete);
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<Long> oldPendingPayments(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-pending-payments",
                """
                select id from pending_payment
                where (date >= '-infinity' and date < ?) or (resolved_at >= '-infinity' and resolved_at < ?)
                """,
                (row, n) -> row.getLong("id"),
                ages.pending(),
                ages.resolvedPending());
    }
}
