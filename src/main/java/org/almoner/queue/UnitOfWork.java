package org.almoner.queue;

import java.util.Collection;
import java.util.List;
import org.almoner.queue.Bundles.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * What stores read and write through: one database transaction around one claim, or around one chunk of a batch job.
 *
 * <p>Within a claim, writes are not executed but kept, message by message, and sent together at its end; a read first
 * sends what is kept for the tables that it names. Elsewhere both are executed at once.
 */
@Component
public class UnitOfWork {

    private final ThreadLocal<@Nullable ClaimInHand> claims = new ThreadLocal<>();
    private final Statements statements;

    UnitOfWork(Statements statements) {
        this.statements = statements;
    }

    /**
     * Writes by a statement with {@code ?} parameters: text, numbers, {@code Instant}, enums, {@code byte[]}, null. An
     * upsert is written as {@code insert … select ?, … on conflict …}: merged with an equal one it would be refused.
     *
     * <p>An {@code insert … values} is sent for many messages at once. So is an {@code insert … select … from
     * unnest(?::text[], …) where …}, whose parameters become arrays of text, one element for each message; where such a
     * statement has an {@code on conflict}, its first parameter is what names the row.
     */
    public void write(String sql, @Nullable Object... parameters) {
        var claim = claims.get();
        if (claim == null) {
            statements.execute(new Bundle(sql, List.<@Nullable Object[]>of(parameters)));
        } else {
            claim.write(sql, parameters);
        }
    }

    /**
     * Reads what is in the tables, the writes of this unit of work included; where the queue names its {@code locks}, only
     * of the messages that share one with this message. Costs a round trip for each message.
     */
    public <T> List<T> read(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        var claim = claims.get();
        return claim == null ? statements.query(sql, mapper, parameters) : claim.read(sql, mapper, parameters);
    }

    /**
     * Keeps everybody else from what these values name until the database transaction ends: what {@code locks} of a queue
     * does for its claims, for those who come without a claim.
     */
    public void lock(Collection<String> values) {
        statements.lock(values);
    }

    /** The JSON text of the message in hand, as it was received. */
    public String text() {
        return claim().current().message.text();
    }

    /** The queue that the message in hand was taken from. */
    public String queue() {
        return claim().queue();
    }

    /** Adds one to the metric {@code almoner.counted} of this name, once the message is committed. */
    public void count(String what) {
        claim().count(what);
    }

    boolean isOpen() {
        return claims.get() != null;
    }

    ClaimInHand claim() {
        var claim = claims.get();
        if (claim == null) {
            throw new IllegalStateException("no claim is in hand");
        }
        return claim;
    }

    void open(ClaimInHand claim) {
        claims.set(claim);
    }

    void close() {
        claims.remove();
    }
}
