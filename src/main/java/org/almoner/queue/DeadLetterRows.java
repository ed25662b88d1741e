package org.almoner.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.almoner.queue.Bundles.Bundle;
import org.almoner.queue.Terms.Retries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table {@code dead_letter}: one row for each queue and SHA-256 of the bytes. */
@Component
class DeadLetterRows {

    /**
     * The age counts from what the producer said, or from the first failure, whichever is earlier. A letter that was
     * purged gets its content back.
     */
    private static final String KEEP =
            """
            insert into dead_letter as letter (queue, body, body_sha256, gateway, order_id, gateway_txn_id, kind,
                error, first_error, trace, attempts, state, first_failed_at, failed_at, retry_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'kept', ?, ?,
                case when coalesce(?::timestamptz, now.at) + ?::interval > now.at and 1 < ? then ?::timestamptz end
            from (select ?::timestamptz as at) now
            on conflict (queue, body_sha256) do update set
                body = excluded.body, purged_at = null,
                kind = excluded.kind, error = excluded.error, trace = excluded.trace,
                attempts = letter.attempts + 1, state = 'kept', failed_at = excluded.failed_at,
                retry_at = case when letter.first_failed_at + ?::interval > excluded.failed_at and letter.attempts + 1 < ?
                    then excluded.retry_at end
            """;

    private static final int LONGEST_ID = 255;

    private final Statements statements;
    private final ObjectMapper json;
    private final Clock clock;

    DeadLetterRows(Statements statements, ObjectMapper json, Clock clock) {
        this.statements = statements;
        this.json = json;
        this.clock = clock;
    }

    void keep(ClaimDone done, Terms terms) {
        var rows = done.dead().stream()
                .map(dead -> row(
                        done.claim().queue(), dead.message, Objects.requireNonNull(dead.failure()), terms.retries()))
                .toList();
        if (!rows.isEmpty()) {
            statements.execute(new Bundle(KEEP, rows));
        }
    }

    private @Nullable Object[] row(String queue, Message message, Failure failure, Retries retries) {
        JsonNode content = parse(message);
        Instant now = clock.instant();
        Instant retryAt = failure.kind() == Failure.Kind.NOT_YET ? now.plus(retries.delay()) : null;
        String maxAge = retries.maxAge().toString();
        return new @Nullable Object[] {
            queue,
            message.bytes(),
            message.sha256(),
            text(content, "gateway"),
            text(content, "order_id"),
            text(content, "gateway_txn_id"),
            failure.kind().name().toLowerCase(Locale.ROOT),
            failure.reason(),
            failure.reason(),
            failure.trace(),
            now,
            now,
            enqueuedAt(content),
            maxAge,
            retries.most(),
            retryAt,
            now,
            maxAge,
            retries.most()
        };
    }

    private JsonNode parse(Message message) {
        try {
            return Objects.requireNonNullElse(json.readTree(message.text()), MissingNode.getInstance());
        } catch (JsonProcessingException | RuntimeException e) { // 1e99999999999 is a bare NumberFormatException
            return MissingNode.getInstance(); // then the row has the bytes alone
        }
    }

    private static @Nullable String text(JsonNode content, String field) {
        JsonNode value = content.path(field);
        return value.isTextual() || value.isNumber() ? Legible.text(value.asText(), LONGEST_ID) : null;
    }

    private static @Nullable Instant enqueuedAt(JsonNode content) {
        long seconds = content.path("source_enqueued_time").asLong(0);
        try {
            return seconds <= 0 ? null : Instant.ofEpochSecond(Math.min(seconds, Integer.MAX_VALUE));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
