package org.almoner.batch;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemStreamReader;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How caretakers purge: the keys of what is too old are read in one pass, and what they name is deleted a page at a time,
 * each page in a unit of work of its own. A run that is killed has purged its pages; the next run finds the rest.
 */
@Component
@EnableConfigurationProperties(PurgeSettings.class)
class Purges {

    /** Its locks are held for milliseconds. */
    private static final int PAGE = 1_000;

    private final JobRepository runs;
    private final PlatformTransactionManager transactions;
    private final DataSource dataSource;
    private final Clock clock;
    private final MeterRegistry meters;

    Purges(
            JobRepository runs,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock,
            MeterRegistry meters) {
        this.runs = runs;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.clock = clock;
        this.meters = meters;
    }

    @SuppressWarnings("unchecked") // a chunk of K that is only read
    <K> Step step(String name, ItemStreamReader<K> tooOld, Consumer<List<K>> delete) {
        ItemWriter<K> page = keys -> delete.accept((List<K>) keys.getItems());
        return new StepBuilder(name, runs)
                .<K, K>chunk(PAGE, transactions)
                .reader(tooOld)
                .writer(page)
                .listener(new SaysWhatItDid())
                .listener(new CountsWhatItPurged(meters))
                .build();
    }

    /**
     * By a cursor, not page by page: what is deleted stays in the table until it is vacuumed, and each page would have
     * to get past it again.
     *
     * @param sql with a lower bound beside each upper one, where an index is to be used: plans are made without the values,
     *     and of a range that is open on one side PostgreSQL expects a third of the table
     * @param ages of which each is a parameter of the statement: the instant that was so long ago
     */
    <K> JdbcCursorItemReader<K> olderThan(String name, String sql, RowMapper<K> key, Duration... ages) {
        return new JdbcCursorItemReaderBuilder<K>()
                .name(name)
                .dataSource(dataSource)
                .connectionAutoCommit(false) // or all keys would be read into memory at once
                .fetchSize(PAGE)
                .sql(sql)
                .preparedStatementSetter(statement -> set(statement, ages))
                .rowMapper(key)
                .saveState(false) // what was purged is not found again
                .build();
    }

    private void set(PreparedStatement statement, Duration... ages) throws SQLException {
        for (int i = 0; i < ages.length; i++) {
            statement.setObject(i + 1, OffsetDateTime.ofInstant(clock.instant().minus(ages[i]), ZoneOffset.UTC));
        }
    }
}
