package org.almoner.orphan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** Pending payments that have waited for too long, and that nobody has asked about lately. */
@Repository
public class OverduePayments {

    private static final String PAGE =
            """
            select found.id, found.date, found.gateway, found.message
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as watched (gateway, method, until)
            cross join lateral (
                select p.id, p.date, p.gateway, p.message from pending_payment as p
                where p.gateway = watched.gateway and p.payment_method = watched.method and p.resolved_at is null
                    and (p.date, p.id) > (?, ?) and p.date < watched.until
                    and not exists (select from orphan as o where o.pending_id = p.id and o.look_again_at > ?)
                order by p.date, p.id limit ?) as found
            order by found.date, found.id limit ?
            """;

    private static final String OLDEST =
            """
            select min(found.date) as date
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as watched (gateway, method, until)
            cross join lateral (
                select p.date from pending_payment as p
                where p.gateway = watched.gateway and p.payment_method = watched.method and p.resolved_at is null
                    and p.date < watched.until
                order by p.date, p.id limit 1) as found
            """;

    private final UnitOfWork unit;
    private final OrphanSettings settings;

    OverduePayments(UnitOfWork unit, OrphanSettings settings) {
        this.unit = unit;
        this.settings = settings;
    }

    /** The oldest behind this one. By key, not by offset: those that are asked about leave the result while it is read. */
    public List<Overdue> page(Overdue last, Instant now, int size) {
        var watched = Watch.of(settings, now);
        return unit.read(
                PAGE,
                OverduePayments::overdue,
                watched.gateways(),
                watched.methods(),
                watched.until(),
                last.date(),
                last.pendingId(),
                now,
                size,
                size);
    }

    /** Date of the oldest, whether or not it was asked about. */
    public Optional<Instant> oldest(Instant now) {
        var watched = Watch.of(settings, now);
        return unit
                .read(
                        OLDEST,
                        (row, n) -> Optional.ofNullable(row.getObject("date", OffsetDateTime.class)),
                        watched.gateways(),
                        watched.methods(),
                        watched.until())
                .stream()
                .flatMap(Optional::stream)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    private static Overdue overdue(ResultSet row, int number) throws SQLException {
        return new Overdue(
                row.getLong("id"),
                row.getObject("date", OffsetDateTime.class).toInstant(),
                row.getString("gateway"),
                row.getString("message"));
    }

    /** Gateways, their methods, and how old their payments must be: one of each belong together. */
    private record Watch(String[] gateways, String[] methods, String[] until) {

        static Watch of(OrphanSettings settings, Instant now) {
            var gateways = new ArrayList<String>();
            var methods = new ArrayList<String>();
            var until = new ArrayList<String>();
            settings.gateways().forEach((gateway, watched) -> {
                for (String method : watched.enabled() ? watched.methods() : List.<String>of()) {
                    gateways.add(gateway.replace('-', '_'));
                    methods.add(method);
                    until.add(now.minus(watched.age()).toString());
                }
            });
            return new Watch(
                    gateways.toArray(String[]::new), methods.toArray(String[]::new), until.toArray(String[]::new));
        }
    }
}
