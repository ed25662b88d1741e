package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way, in the envelope of version 2; read from a bare event and from version 1, too.
 *
 * @param category why it is a dead letter, if it is one
 * @param order what the gateway said of the payment, if it was asked
 */
@JsonDeserialize(using = TransactionMessageReader.class)
public record TransactionMessage(
        TransactionEvent event,
        TracingInfo tracingInfo,
        @JsonInclude(Include.NON_NULL) @Nullable DeadLetterCategory category,
        @JsonInclude(Include.NON_NULL) @Nullable Order order) {

    static final String PACKAGE_OF_VERSION_2 = "it.pagopa.ecommerce.commons.documents.v2.";

    public static TransactionMessage of(TransactionEvent event) {
        return new TransactionMessage(event, TracingInfo.freshFor(event), null, null);
    }

    TransactionMessage with(TransactionEvent other) {
        return new TransactionMessage(other, tracingInfo, null, null);
    }

    TransactionMessage with(DeadLetterCategory reason) {
        return new TransactionMessage(event, tracingInfo, reason, null);
    }

    TransactionMessage with(Order answer) {
        return new TransactionMessage(event, tracingInfo, null, answer);
    }

    /** An event as the producers of version 2 write it. */
    @JsonPropertyOrder({"_class", "id", "transactionId", "creationDate", "data", "eventCode"})
    record Document(
            @JsonProperty("_class") String type,
            UUID id,
            String transactionId,
            String creationDate,
            EventData data,
            EventCode eventCode) {

        private static final ZoneId ZONE = ZoneId.of("Etc/UTC");

        static Document of(TransactionEvent event) {
            return new Document(
                    PACKAGE_OF_VERSION_2 + event.code().documentName(),
                    event.id(),
                    event.transactionId(),
                    text(event.createdAt()),
                    event.data(),
                    event.code());
        }

        private static String text(Instant instant) {
            return instant.atZone(ZONE).toString();
        }
    }
}
