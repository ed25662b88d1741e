package org.almoner.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The notifications that listeners kept, with what they were found to be. */
@Repository
public class Notifications {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final UnitOfWork unit;
    private final ObjectMapper json;
    private final Clock clock;

    Notifications(UnitOfWork unit, ObjectMapper json, Clock clock) {
        this.unit = unit;
        this.json = json;
        this.clock = clock;
    }

    void keep(Notification notification, Verdict verdict) {
        unit.write(
                """
                insert into notification (id, gateway, received_at, handled_at, remote_address, headers, body, body_sha256,
                    verdict, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                notification.id(),
                notification.gateway(),
                notification.receivedAt(),
                clock.instant(),
                notification.remoteAddress(),
                write(notification.headers()),
                notification.body(),
                sha256(notification.body()),
                verdict.kind(),
                verdict.reason());
    }

    /** What the gateway itself said of it, when it was asked. */
    void judge(String id, Verdict verdict) {
        unit.write(
                "update notification set verdict = ?, reason = ?, handled_at = ? where id = ?",
                verdict.kind(),
                verdict.reason(),
                clock.instant(),
                id);
    }

    void count(String id, int news, int replayed) {
        unit.write("update notification set news = ?, replayed = ? where id = ?", news, replayed, id);
    }

    /** As it came in; also for a gateway that is asked about it. Nothing once its content is purged. */
    public Optional<Notification> find(String id) {
        return unit
                .read("select * from notification where id = ? and purged_at is null", (row, n) -> read(row), id)
                .stream()
                .findFirst();
    }

    /** Takes the content, which may tell of people, and leaves what else is known. */
    public void empty(List<String> ids) {
        unit.write(
                "update notification set headers = '{}', body = '', remote_address = null, purged_at = ? where id = any (?::text[])",
                clock.instant(),
                ids.toArray(String[]::new));
    }

    private Notification read(ResultSet row) throws SQLException {
        return new Notification(
                row.getString("id"),
                row.getString("gateway"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("remote_address"),
                headers(row.getString("headers")),
                row.getBytes("body"));
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that were kept cannot be read", e);
        }
    }

    private String write(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written", e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
