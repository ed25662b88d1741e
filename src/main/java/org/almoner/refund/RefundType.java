package org.almoner.refund;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.almoner.donation.TrxnId.Kind;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/** Who took the money back, and what the donation is called from then on. */
enum RefundType {
    REFUND("Refunded", "Refund", null),
    CHARGEBACK("Chargeback", "Chargeback", Kind.CHARGEBACK),
    CANCEL("Cancelled", "Refund", null),
    REVERSAL("Reversal", "Reversal", Kind.REVERSAL),
    ADMIN_FRAUD_REVERSAL("Chargeback", "Chargeback", Kind.CHARGEBACK);

    private static final Set<String> GONE = Set.of("Cancelled", "Chargeback", "Refunded", "Reversal");

    private final String status;
    private final String financialType;
    private final @Nullable Kind kind;

    RefundType(String status, String financialType, @Nullable Kind kind) {
        this.status = status;
        this.financialType = financialType;
        this.kind = kind;
    }

    static RefundType of(String told) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(told))
                .findFirst()
                .orElseThrow(() -> new InvalidMessage("type is none of a refund"));
    }

    /** Whether a donation of this status has been taken back before. */
    static boolean isGone(String status) {
        return GONE.contains(status);
    }

    /** Whether this happens to a donation beside what happened to it before, and is not the same told again. */
    boolean isNewsAfter(String earlier) {
        return switch (status) {
            case "Chargeback" -> Set.of("Refunded", "Reversal").contains(earlier);
            case "Refunded" -> Set.of("Chargeback", "Reversal").contains(earlier);
            case "Reversal" -> !earlier.equals("Reversal");
            default -> false;
        };
    }

    String status() {
        return status;
    }

    /** As what a contribution is booked that this adds. */
    String financialType() {
        return financialType;
    }

    Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }
}
