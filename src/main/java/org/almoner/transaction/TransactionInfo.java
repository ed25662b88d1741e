package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.almoner.gateway.OrderReference;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to know of a payment that went wrong, to look it up at its gateway; of the payer, nothing.
 *
 * @param grandTotal of all notices and the fee, in cents
 * @param correlationId by which an NPG gateway knows the payment
 */
public record TransactionInfo(
        String transactionId,
        @Nullable String authorizationRequestId,
        TransactionStatus eCommerceStatus,
        @Nullable String gateway,
        List<String> paymentTokens,
        @Nullable String pspId,
        @Nullable String paymentMethodName,
        long grandTotal,
        @Nullable String rrn,
        @JsonIgnore @Nullable String correlationId) {

    public static TransactionInfo of(Transaction transaction) {
        var notices = notices(transaction);
        return new TransactionInfo(
                transaction.id(),
                requested(transaction, "authorizationRequestId"),
                transaction.status(),
                gateway(transaction),
                notices.stream()
                        .map(notice -> notice.path("paymentToken").asText())
                        .toList(),
                requested(transaction, "pspId"),
                requested(transaction, "paymentMethodName"),
                notices.stream()
                                .mapToLong(notice -> notice.path("amount").asLong())
                                .sum()
                        + fee(transaction),
                said(transaction, EventCode.AUTHORIZATION_COMPLETED, "/rrn"),
                said(transaction, EventCode.ACTIVATED, "/transactionGatewayActivationData/correlationId"));
    }

    /** How to ask its gateway for it; nothing if no authorization was requested. */
    public Optional<OrderReference> order() {
        return Optional.ofNullable(authorizationRequestId)
                .map(id -> new OrderReference(id, correlationId, paymentMethodName, pspId));
    }

    static @Nullable String gateway(Transaction transaction) {
        return requested(transaction, "paymentGateway");
    }

    private static long fee(Transaction transaction) {
        return transaction
                .heeded(EventCode.AUTHORIZATION_REQUESTED)
                .map(event -> event.data().tree().path("fee").asLong())
                .orElse(0L);
    }

    private static List<JsonNode> notices(Transaction transaction) {
        var notices = transaction
                .heeded(EventCode.ACTIVATED)
                .orElseThrow()
                .data()
                .tree()
                .path("paymentNotices");
        return StreamSupport.stream(notices.spliterator(), false).toList();
    }

    private static @Nullable String requested(Transaction transaction, String field) {
        return said(transaction, EventCode.AUTHORIZATION_REQUESTED, "/" + field);
    }

    private static @Nullable String said(Transaction transaction, EventCode code, String path) {
        return transaction
                .heeded(code)
                .flatMap(event -> event.data().text(path))
                .orElse(null);
    }
}
