package org.almoner.queue;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.almoner.queue.Bundles.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Sends statements on the connection of the thread's database transaction, counting round trips as what they cost. */
@Component
class Statements {

    private static final String TAKE_KEYS =
            """
            insert into handled_message (message_key, handled_at)
            select key, ? from unnest(?::text[]) as key
            on conflict do nothing
            returning message_key
            """;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(value, 0)) from unnest(?::text[]) as value";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Statements(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void execute(Bundle bundle) {
        if (Columns.areWantedBy(bundle)) {
            jdbc.update(bundle.sql(), statement -> bind(statement, Columns.of(bundle.rows())));
        } else {
            executeBatch(bundle);
        }
    }

    private void executeBatch(Bundle bundle) {
        jdbc.execute(bundle.sql(), (PreparedStatement statement) -> {
            for (@Nullable Object[] row : bundle.rows()) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    int update(String sql, @Nullable Object... parameters) {
        return jdbc.update(sql, statement -> bind(statement, parameters));
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return jdbc.query(sql, statement -> bind(statement, parameters), mapper);
    }

    /** Until the database transaction ends; sorted, so that two workers never wait for each other in a circle. */
    void lock(Collection<String> values) {
        if (!values.isEmpty()) {
            query(LOCK, (row, n) -> n, (Object)
                    values.stream().distinct().sorted().toArray(String[]::new));
        }
    }

    /** Has deferred constraints speak now, while it is known whose fault it is. */
    void checkConstraints() {
        jdbc.execute("set constraints all immediate; set constraints all deferred");
    }

    /** Claims message keys for good; sorted, so that two workers never wait for each other in a circle. */
    Set<String> takeKeys(Collection<String> keys) {
        String[] sorted = keys.stream().sorted().toArray(String[]::new);
        return new HashSet<>(query(TAKE_KEYS, (row, n) -> row.getString(1), clock.instant(), sorted));
    }

    boolean anyKeyTaken(Collection<String> keys) {
        String[] wanted = keys.toArray(String[]::new);
        return !query("select 1 from handled_message where message_key = any (?)", (row, n) -> 1, (Object) wanted)
                .isEmpty();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Instant instant) {
            statement.setObject(place, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(place, constant.name());
        } else if (value instanceof String[] texts) {
            statement.setArray(place, statement.getConnection().createArrayOf("text", texts));
        } else if (value instanceof byte[][] binaries) {
            statement.setArray(place, statement.getConnection().createArrayOf("bytea", binaries));
        } else {
            statement.setObject(place, value);
        }
    }
}
