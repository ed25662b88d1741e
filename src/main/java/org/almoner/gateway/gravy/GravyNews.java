package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** A hint of Gravy's that something has become of something: what, is to be asked before money moves. */
@JsonNaming(SnakeCaseStrategy.class)
record GravyNews(
        @Trimmed String id, @Trimmed @Nullable String name, @AnyTime @Nullable Instant createdAt, Target target) {

    /**
     * What has changed: a transaction, a refund, a report or a payment method.
     *
     * @param method of a payment method
     * @param paymentMethod of a transaction
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Target(
            @Trimmed String type,
            @Trimmed @Nullable String id,
            @Trimmed @Nullable String status,
            @Trimmed @Nullable String externalIdentifier,
            @Trimmed @Nullable String transactionId,
            @Trimmed @Nullable String method,
            @Nullable Method paymentMethod,
            @Nullable Report report) {}

    /** How the donor paid. */
    record Method(@Trimmed @Nullable String method) {}

    /** What was executed. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Report(@Trimmed @Nullable String id, @Trimmed @Nullable String name, @Trimmed @Nullable String creatorId) {}

    GravyNews {
        Required.text("id", id);
        Required.value("target", target);
        Required.text("target.type", target.type());
    }

    boolean isOfADeletion() {
        return "deleted".equals(target.status()) || (name != null && name.endsWith(".deleted"));
    }
}
