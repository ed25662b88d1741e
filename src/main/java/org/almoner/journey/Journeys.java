package org.almoner.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Follows a payment through all tables; every look-up goes by an index, so that it may be asked at any time. */
@Repository
class Journeys {

    private static final String NAMES = read("names.sql");
    private static final String STEPS = read("steps.sql");

    private final UnitOfWork unit;

    Journeys(UnitOfWork unit) {
        this.unit = unit;
    }

    /** In the order in which they happened. */
    List<Step> of(String id) {
        var names = Names.of(id);
        widen(names);
        widen(names); // from a payment to its visit, from a visit to its payments
        return ask(STEPS, (row, n) -> step(row), names);
    }

    private void widen(Names names) {
        ask(
                NAMES,
                (row, n) -> names.and(
                        row.getString("order_id"), row.getString("gateway_txn_id"), row.getString("tracking_id")),
                names);
    }

    private <T> List<T> ask(String sql, RowMapper<T> mapper, Names names) {
        return unit.read(sql, mapper, array(names.orders()), array(names.txns()), array(names.trackings()));
    }

    private static Object array(Set<String> names) {
        return names.toArray(String[]::new);
    }

    private static Step step(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Step(
                at == null ? null : at.toInstant(),
                row.getString("kind"),
                row.getString("what"),
                row.getString("detail"));
    }

    private static String read(String file) {
        try (var text = Objects.requireNonNull(Journeys.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
