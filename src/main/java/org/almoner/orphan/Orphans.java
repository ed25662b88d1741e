package org.almoner.orphan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.almoner.orphan.Evidence.Elsewhere;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far we have come with each orphan. Whoever wants to act on one has its row first, and nobody else then. */
@Repository
class Orphans {

    private static final String TAKE =
            """
            insert into orphan as known (pending_id, gateway, order_id, gateway_txn_id, contribution_tracking_id, donor,
                begun_at, state, asked_at, look_again_at)
            select p.id, p.gateway, nullif(p.order_id, ''), ?, ?::bigint, ?, p.date, 'ASKED', now.at, ?
            from pending_payment as p, (select ?::timestamptz as at) as now
            where p.id = ? and p.resolved_at is null
                and not exists (
                    select from orphan as o
                    where o.gateway = p.gateway and o.order_id = p.order_id and o.pending_id <> p.id
                        and o.state in ('ASKED', 'ACTING'))
            on conflict (pending_id) do update set
                state = excluded.state, round = known.round + 1, asked_at = excluded.asked_at,
                look_again_at = excluded.look_again_at, reason = null,
                decision = case when known.decision = 'CAPTURE' then known.decision end -- it may have been
            where known.look_again_at <= excluded.asked_at
            returning round
            """;

    private static final String OPEN =
            """
            select o.pending_id, o.begun_at, o.state, o.round, o.alerted_at, p.message
            from orphan as o
            left join pending_payment as p on p.id = o.pending_id and p.resolved_at is null
            where o.pending_id = ? and o.state <> 'DECIDED'
            for update of o
            """;

    private static final String ELSEWHERE =
            """
            select coalesce(bool_or(state = 'DECIDED'), false) as complete, count(*) > 0 as any
            from orphan
            where decision in ('CAPTURE', 'COMPLETE') and (donor = ? or contribution_tracking_id = ?) and pending_id <> ?
                and (decided_at is null or decided_at > ?)
                and (gateway_txn_id is null or gateway_txn_id is distinct from ?)
            """;

    private final UnitOfWork unit;
    private final OrphanSettings settings;
    private final Clock clock;

    Orphans(UnitOfWork unit, OrphanSettings settings, Clock clock) {
        this.unit = unit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * So that its gateway is asked once, whoever else finds it.
     *
     * @return how often it was asked, this time included; nothing if it is resolved, asked about, or not due
     */
    Optional<Integer> take(long pendingId, Identity identity) {
        var now = clock.instant();
        return unit
                .read(
                        TAKE,
                        (row, n) -> row.getInt(1),
                        identity.gatewayTxnId(),
                        identity.contributionTrackingId(),
                        identity.donor(),
                        now.plus(settings.answerWithin()),
                        now,
                        pendingId)
                .stream()
                .findFirst();
    }

    /** Nothing if it is decided; its message is missing if its payment is resolved, or gone. */
    Optional<Row> open(long pendingId) {
        return unit.read(OPEN, Orphans::row, pendingId).stream().findFirst();
    }

    Elsewhere elsewhere(long pendingId, Identity identity) {
        return unit.read(
                        ELSEWHERE,
                        (row, n) -> found(row.getBoolean("any"), row.getBoolean("complete")),
                        identity.donor(),
                        identity.contributionTrackingId(),
                        pendingId,
                        clock.instant().minus(settings.sameDonorWithin()),
                        identity.gatewayTxnId())
                .get(0);
    }

    private static Elsewhere found(boolean any, boolean complete) {
        if (complete) {
            return Elsewhere.COMPLETE;
        }
        return any ? Elsewhere.IN_HAND : Elsewhere.NOTHING;
    }

    /** Its gateway is to do what was decided. */
    void act(long pendingId, Ruling ruling, String gatewayTxnId) {
        unit.write(
                """
                update orphan set state = 'ACTING', decision = ?, reason = ?, validation_action = ?,
                    gateway_txn_id = coalesce(nullif(?, ''), gateway_txn_id), look_again_at = ?
                where pending_id = ?
                """,
                ruling.decision(),
                ruling.reason(),
                ruling.validationAction(),
                gatewayTxnId,
                clock.instant().plus(settings.answerWithin()),
                pendingId);
    }

    /** Nobody knows what the gateway has done: what it was to capture it may have captured. */
    void postpone(long pendingId, String reason, Duration time) {
        unit.write(
                """
                update orphan set state = 'LEFT', decision = coalesce(decision, 'LEAVE'), reason = ?, look_again_at = ?
                where pending_id = ?
                """,
                reason,
                clock.instant().plus(time),
                pendingId);
    }

    void leave(long pendingId, String reason, Duration time) {
        unit.write(
                "update orphan set state = 'LEFT', decision = 'LEAVE', reason = ?, look_again_at = ? where pending_id = ?",
                reason,
                clock.instant().plus(time),
                pendingId);
    }

    void markAlerted(long pendingId) {
        unit.write("update orphan set alerted_at = ? where pending_id = ?", clock.instant(), pendingId);
    }

    /** For good. */
    void decide(long pendingId, Decision decision, String reason, @Nullable String gatewayTxnId) {
        unit.write(
                """
                update orphan set state = 'DECIDED', decision = ?, reason = ?, decided_at = ?, look_again_at = null,
                    gateway_txn_id = coalesce(nullif(?, ''), gateway_txn_id)
                where pending_id = ?
                """,
                decision,
                reason,
                clock.instant(),
                gatewayTxnId,
                pendingId);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("pending_id"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("ASKED"),
                row.getInt("round"),
                row.getObject("alerted_at") != null,
                row.getString("message"));
    }

    /** An orphan as its row tells it. */
    record Row(
            long pendingId,
            Instant begunAt,
            boolean awaitsStatus,
            int round,
            boolean isAlerted,
            @Nullable String message) {}
}
