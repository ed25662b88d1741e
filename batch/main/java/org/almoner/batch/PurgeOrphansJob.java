package org.almoner.batch;

import java.util.List;
import org.almoner.queue.UnitOfWork;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what was decided about old orphans, and the runs that found them. */
@Configuration(proxyBeanMethods = false)
class PurgeOrphansJob {

    @Bean
    Job purgeOrphans(JobRepository runs, Step purgeOldOrphans, Step purgeOldOrphanRuns) {
        return new JobBuilder("purge-orphans", runs)
                .start(purgeOldOrphans)
                .next(purgeOldOrphanRuns)
                .build();
    }

    @Bean
    Step purgeOldOrphans(Purges purges, JdbcCursorItemReader<Long> oldOrphans, UnitOfWork unit) {
        return purges.step(
                "orphans",
                oldOrphans,
                ids -> unit.write("delete from orphan where pending_id = any (?::bigint[])", (Object) texts(ids)));
    }

    @Bean
    Step purgeOldOrphanRuns(Purges purges, JdbcCursorItemReader<Long> oldOrphanRuns, UnitOfWork unit) {
        return purges.step(
                "orphan-runs",
                oldOrphanRuns,
                runs -> unit.write("delete from orphan_run where run = any (?::bigint[])", (Object) texts(runs)));
    }

    /** Not while its payment is kept: it would be taken for a new one. */
    @Bean
    @StepScope
    JdbcCursorItemReader<Long> oldOrphans(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-orphans",
                """
                select pending_id from orphan
                where begun_at >= '-infinity' and begun_at < ?
                    and not exists (select from pending_payment as p where p.id = pending_id)
                """,
                (row, n) -> row.getLong("pending_id"),
                ages.pending());
    }

    @Bean
    @StepScope
    JdbcCursorItemReader<Long> oldOrphanRuns(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-orphan-runs",
                "select run from orphan_run where started_at >= '-infinity' and started_at < ?",
                (row, n) -> row.getLong("run"),
                ages.runs());
    }

    private static String[] texts(List<Long> ids) {
        return ids.stream().map(String::valueOf).toArray(String[]::new);
    }
}
