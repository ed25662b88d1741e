package org.almoner.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment: what its events add up to, in the order in which they happened.
 *
 * @param events all that were kept, those that changed nothing among them
 */
public record Transaction(String id, Course course, List<TransactionEvent> events) {

    /** Nothing while it is not activated, whatever else has arrived already. */
    public static Optional<Transaction> of(Collection<TransactionEvent> events) {
        var inOrder = events.stream().sorted(TransactionEvent.ORDER).toList();
        Course course = null;
        for (var event : inOrder) {
            course = course == null ? begin(event) : course.after(event);
        }
        return course == null
                ? Optional.empty()
                : Optional.of(new Transaction(inOrder.get(0).transactionId(), course, inOrder));
    }

    private static @Nullable Course begin(TransactionEvent event) {
        return event.code() == EventCode.ACTIVATED ? Course.begunBy(event) : null;
    }

    public TransactionStatus status() {
        return course.status();
    }

    public Instant createdAt() {
        return heeded(EventCode.ACTIVATED).orElseThrow().createdAt();
    }

    public Instant lastEventAt() {
        return events.get(events.size() - 1).createdAt();
    }

    /**
     * Whether it is open, and does not {@linkplain #receiptDueAt wait} for its receipt.
     *
     * @param timeout how long a receipt may take
     */
    public boolean mayExpire(Instant now, Duration timeout) {
        return status().isOpen()
                && receiptDueAt(timeout).filter(due -> !due.isBefore(now)).isEmpty();
    }

    /**
     * Until when a payment that was closed well waits for its receipt; nothing in any other case.
     *
     * @param timeout how long a receipt may take
     */
    public Optional<Instant> receiptDueAt(Duration timeout) {
        return status() == TransactionStatus.CLOSED ? closedWellAt().map(at -> at.plus(timeout)) : Optional.empty();
    }

    Optional<Instant> closedWellAt() {
        return events.stream()
                .filter(event -> event.code() == EventCode.CLOSED && event.isPositive())
                .map(TransactionEvent::createdAt)
                .findFirst();
    }

    /** The same after the event that says that it expired, which {@link #newest()} returns then. */
    public Transaction expired(Instant now) {
        return with(
                EventCode.EXPIRED,
                now,
                EventData.of(EventData.object().put("statusBeforeExpiration", status().name())));
    }

    /**
     * The same after the event that asks for its refund, which {@link #newest()} returns then.
     *
     * @param order what the gateway said of it, if it was asked
     */
    Transaction refundRequested(Instant now, @Nullable Order order) {
        var data = EventData.object().put("statusBeforeRefunded", status().name());
        data.set("gatewayAuthData", order == null ? authorization() : order.authorization());
        return with(EventCode.REFUND_REQUESTED, now, EventData.of(data));
    }

    private @Nullable JsonNode authorization() {
        return heeded(EventCode.AUTHORIZATION_COMPLETED)
                .map(event -> event.data().tree().get("transactionGatewayAuthorizationData"))
                .orElse(null);
    }

    /** The event that was kept last, or is to be kept next. */
    public TransactionEvent newest() {
        return Collections.max(events, (one, other) -> Integer.compare(one.number(), other.number()));
    }

    Transaction with(EventCode code, Instant now, EventData data) {
        // not before what it answers, whoever's clock is fast
        Instant at = now.isBefore(lastEventAt()) ? lastEventAt() : now;
        return with(TransactionEvent.ours(id, newest().number() + 1, code, at, data));
    }

    private Transaction with(TransactionEvent event) {
        var more = Stream.concat(events.stream(), Stream.of(event)).toList();
        return new Transaction(id, course.after(event), more);
    }

    Optional<TransactionEvent> heeded(EventCode code) {
        return course.heeded(code);
    }

    boolean has(EventCode code) {
        return events.stream().anyMatch(event -> event.code() == code);
    }
}
