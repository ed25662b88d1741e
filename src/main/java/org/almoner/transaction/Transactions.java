package org.almoner.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.almoner.queue.UnitOfWork;
import org.almoner.transaction.TransactionHistory.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The events of all payments, and the view of where each one stands. */
@Repository
public class Transactions {

    private static final String READ =
            """
            select event.id, transaction_id, event.number, event.event_code, event.version, event.created_at, event.data,
                view.decide_by
            from transaction_event as event left join transaction_view as view using (transaction_id)
            """;

    /** Of many at once: to join the view would look for it once for each event. */
    private static final String READ_EVENTS =
            """
            select id, transaction_id, number, event_code, version, created_at, data
            from transaction_event where transaction_id = any (?)
            """;

    /** Not only of those that have a time: the index of these grows with every payment that expires, and would be read whole. */
    private static final String READ_DECIDE_BY =
            """
            select transaction_id, decide_by from transaction_view where transaction_id = any (?)
            """;

    private static final String APPEND =
            """
            insert into transaction_event (id, transaction_id, number, event_code, version, created_at, data)
            select id::uuid, transaction_id, number::integer, event_code, version::smallint, created_at::timestamptz,
                data::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (id, transaction_id, number, event_code, version, created_at, data)
            """;

    private static final String SHOW =
            """
            insert into transaction_view as known
                (transaction_id, status, created_at, last_event_at, event_count, decide_by)
            select transaction_id, status, created_at::timestamptz, last_event_at::timestamptz, event_count::integer,
                decide_by::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (transaction_id, status, created_at, last_event_at, event_count, decide_by)
            on conflict (transaction_id) do update set
                status = excluded.status, created_at = excluded.created_at, last_event_at = excluded.last_event_at,
                event_count = excluded.event_count, decide_by = excluded.decide_by
            where known.event_count <= excluded.event_count -- the sum of fewer events is older, whenever it arrives
            """;

    /** Of many that are known to be there, at less than half the price of {@link #SHOW}. */
    private static final String SHOW_EXPIRED =
            """
            update transaction_view as known
            set status = told.status, last_event_at = told.last_event_at::timestamptz, event_count = told.event_count::integer,
                decide_by = told.decide_by::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (transaction_id, status, last_event_at, event_count, decide_by)
            where known.transaction_id = told.transaction_id and known.event_count <= told.event_count::integer
            """;

    private final UnitOfWork unit;
    private final TransactionSettings settings;

    Transactions(UnitOfWork unit, TransactionSettings settings) {
        this.unit = unit;
        this.settings = settings;
    }

    /** For a message whose queue locks the payment; without events if nothing is known of it. */
    TransactionHistory history(String transactionId) {
        var events = unit.read(READ + "where event.transaction_id = ?", Transactions::event, transactionId);
        return history(transactionId, events);
    }

    /**
     * Of several payments at once, those of which nothing is known left out. Within a database transaction nobody else
     * changes them from here until it ends.
     */
    public Map<String, TransactionHistory> histories(Collection<String> transactionIds) {
        unit.lock(transactionIds);
        String[] ids = transactionIds.toArray(String[]::new);
        Map<String, @Nullable Instant> decideBy = new HashMap<>();
        unit.read(READ_DECIDE_BY, Transactions::toDecide, (Object) ids)
                .forEach(one -> decideBy.put(one.id(), one.by()));
        Map<String, List<Row>> found = new LinkedHashMap<>();
        unit.read(READ_EVENTS, (row, n) -> Row.of(row), (Object) ids)
                .forEach(event -> found.computeIfAbsent(event.transactionId(), id -> new ArrayList<>())
                        .add(event));
        Map<String, TransactionHistory> histories = new LinkedHashMap<>();
        found.forEach((id, events) -> histories.put(id, new TransactionHistory(id, events, decideBy.get(id))));
        return histories;
    }

    /** Belongs with {@link #show}, once the payment is activated. */
    void append(TransactionEvent event) {
        unit.write(
                APPEND,
                event.id(),
                event.transactionId(),
                event.number(),
                event.code().wireName(),
                event.version(),
                event.createdAt(),
                event.data().json());
    }

    /** @param decideBy when its refund is to be decided at the latest; null when there is nothing to decide */
    void show(Transaction transaction, @Nullable Instant decideBy) {
        unit.write(
                SHOW,
                transaction.id(),
                transaction.status(),
                transaction.createdAt(),
                transaction.lastEventAt(),
                transaction.events().size(),
                decideBy);
    }

    /** Events and views of many payments in two statements, within the database transaction that read their histories. */
    public void expire(Collection<Expired> expired) {
        var events = expired.stream().map(one -> one.transaction().newest()).toList();
        unit.write(
                APPEND,
                texts(events, TransactionEvent::id),
                texts(events, TransactionEvent::transactionId),
                texts(events, TransactionEvent::number),
                texts(events, event -> event.code().wireName()),
                texts(events, TransactionEvent::version),
                texts(events, TransactionEvent::createdAt),
                texts(events, event -> event.data().json()));
        unit.write(
                SHOW_EXPIRED,
                texts(expired, one -> one.transaction().id()),
                texts(expired, one -> one.transaction().status()),
                texts(expired, one -> one.transaction().lastEventAt()),
                texts(expired, one -> one.transaction().events().size()),
                texts(expired, one -> decideBy(one.transaction(), one.dueAt())));
    }

    /** @param dueAt when the expiry message arrives */
    @Nullable
    Instant decideBy(Transaction transaction, Instant dueAt) {
        return transaction.status() == TransactionStatus.EXPIRED ? dueAt.plus(settings.reissueAfter()) : null;
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable Object> value) {
        return all.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    private static TransactionHistory history(String transactionId, List<Event> events) {
        var decideBy = events.isEmpty() ? null : events.get(0).decideBy();
        return new TransactionHistory(
                transactionId, events.stream().map(Event::row).toList(), decideBy);
    }

    private static Event event(ResultSet row, int n) throws SQLException {
        return new Event(Row.of(row), instant(row.getObject("decide_by", OffsetDateTime.class)));
    }

    private static ToDecide toDecide(ResultSet row, int n) throws SQLException {
        return new ToDecide(row.getString("transaction_id"), instant(row.getObject("decide_by", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Event(Row row, @Nullable Instant decideBy) {}

    private record ToDecide(String id, @Nullable Instant by) {}
}
