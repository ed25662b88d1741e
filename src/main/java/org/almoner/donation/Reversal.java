package org.almoner.donation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money that was taken back from us and has come back after all. */
enum Reversal {
    CHARGEBACK_REVERSED("Chargeback Reversal", TrxnId.Kind.CHARGEBACK_REVERSAL),
    REFUND_REVERSED("Refund Reversal", TrxnId.Kind.REFUND_REVERSAL),
    REVERSAL_REVERSED("Reversal Reversal", TrxnId.Kind.REVERSAL_REVERSAL);

    private final String words;
    private final TrxnId.Kind kind;

    Reversal(String words, TrxnId.Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    static Optional<Reversal> of(@Nullable String type) {
        return Arrays.stream(values())
                .filter(reversal -> reversal.name().equalsIgnoreCase(type))
                .findFirst();
    }

    /** Its status and its financial type. */
    String words() {
        return words;
    }

    TrxnId.Kind kind() {
        return kind;
    }

    /** The gateway calls it by the id of the donation that it brings back. */
    boolean hasIdOfTheDonation() {
        return this != REVERSAL_REVERSED;
    }
}
