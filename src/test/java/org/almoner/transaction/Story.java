package org.almoner.transaction;

import static org.almoner.transaction.EventCode.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The events of a payment in short: {@code ACT AREQ ACOMP(OK) CREQ CLOSED(OK)}, one second after the other. */
public record Story(String id, List<TransactionEvent> events) {

    public static final Instant START = Instant.parse("2026-09-02T08:00:00Z");

    private static final Duration STEP = Duration.ofSeconds(1);

    private static final Map<String, EventCode> CODES = Map.ofEntries(
            Map.entry("ACT", ACTIVATED),
            Map.entry("AREQ", AUTHORIZATION_REQUESTED),
            Map.entry("AWAIT", AUTHORIZATION_OUTCOME_WAITING),
            Map.entry("ACOMP", AUTHORIZATION_COMPLETED),
            Map.entry("CREQ", CLOSURE_REQUESTED),
            Map.entry("CLOSED", CLOSED),
            Map.entry("CERR", CLOSURE_ERROR),
            Map.entry("CFAIL", CLOSURE_FAILED),
            Map.entry("CRETRY", CLOSURE_RETRIED),
            Map.entry("CSYN", CLOSURE_SYNTHETIC),
            Map.entry("UREQ", USER_RECEIPT_REQUESTED),
            Map.entry("UADD", USER_RECEIPT_ADDED),
            Map.entry("UERR", ADD_USER_RECEIPT_ERROR),
            Map.entry("URETRY", ADD_USER_RECEIPT_RETRY),
            Map.entry("EXP", EXPIRED),
            Map.entry("UCANC", USER_CANCELED),
            Map.entry("RREQ", REFUND_REQUESTED),
            Map.entry("RERR", REFUND_ERROR),
            Map.entry("RRETRY", REFUND_RETRIED),
            Map.entry("RDONE", REFUNDED));

    public static Story of(String story) {
        return of(story, START, 2);
    }

    /** @param last when the last of the events happened */
    public static Story endingAt(Instant last, String story) {
        return of(story, last.minus(STEP.multipliedBy(story.split(" ").length - 1)), 2);
    }

    static Story ofVersion1(String story) {
        return of(story, START, 1);
    }

    private static Story of(String story, Instant start, int version) {
        String id = UUID.randomUUID().toString().replace("-", "");
        var words =
                Arrays.stream(story.split(" ")).filter(word -> !word.isEmpty()).toList();
        return new Story(
                id,
                IntStream.range(0, words.size())
                        .mapToObj(n -> event(id, n + 1, words.get(n), start.plus(STEP.multipliedBy(n)), version))
                        .toList());
    }

    static TransactionEvent event(String id, int number, String word, Instant at, int version) {
        String[] parts = word.replace(")", "").split("\\(");
        var code = Objects.requireNonNull(CODES.get(parts[0]), word);
        return new TransactionEvent(
                UUID.randomUUID(),
                id,
                number,
                code,
                at,
                version,
                data(code, parts.length > 1 ? parts[1] : "", version));
    }

    public Transaction transaction() {
        return Transaction.of(events).orElseThrow();
    }

    /** The same with one event more. */
    public Story then(String word) {
        var last = events.get(events.size() - 1);
        var next = event(id, events.size() + 1, word, last.createdAt().plus(STEP), last.version());
        return new Story(id, Stream.concat(events.stream(), Stream.of(next)).toList());
    }

    /** As their producers push them. */
    public List<String> messages() {
        return events.stream().map(Story::message).toList();
    }

    static String message(TransactionEvent event) {
        try {
            return new JsonMapper().writeValueAsString(TransactionMessage.of(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return events.stream().map(event -> event.code().name()).collect(Collectors.joining(" "));
    }

    private static EventData data(EventCode code, String outcome, int version) {
        return EventData.of(
                switch (code) {
                    case ACTIVATED -> "{\"paymentNotices\":[{\"paymentToken\":\"token1\",\"amount\":100}]}";
                    case AUTHORIZATION_REQUESTED ->
                        "{\"amount\":100,\"fee\":20,\"paymentGateway\":\"%s\",\"authorizationRequestId\":\"order1\"}"
                                .formatted(outcome.isEmpty() ? "NPG" : outcome);
                    case AUTHORIZATION_COMPLETED ->
                        version == 1
                                ? "{\"authorizationResultDto\":\"%s\"}".formatted(outcome)
                                : "{\"transactionGatewayAuthorizationData\":{\"operationResult\":\"%s\",\"operationId\":\"operation1\"}}"
                                        .formatted(outcome.equals("OK") ? "EXECUTED" : "DECLINED");
                    default -> outcome.isEmpty() ? "{}" : "{\"responseOutcome\":\"%s\"}".formatted(outcome);
                });
    }
}
