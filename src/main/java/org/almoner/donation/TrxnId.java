package org.almoner.donation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The id of a contribution that people read: of what kind it is, the gateway, and the gateway's id,
 * {@code RECURRING ADYEN Q7K2M9XW4TBN8R65}.
 */
public final class TrxnId {

    /** What stands before the gateway, in this order. */
    public enum Kind {
        RFD,
        CHARGEBACK,
        REVERSAL,
        CHARGEBACK_REVERSAL,
        REFUND_REVERSAL,
        REVERSAL_REVERSAL,
        RECURRING,
        ADJUSTMENT
    }

    private TrxnId() {}

    public static String of(Set<Kind> kinds, String gateway, String gatewayTxnId) {
        Stream<String> inOrder =
                EnumSet.allOf(Kind.class).stream().filter(kinds::contains).map(Kind::name);
        return Stream.concat(inOrder, Stream.of(gateway.toUpperCase(Locale.ROOT), gatewayTxnId))
                .collect(Collectors.joining(" "));
    }
}
