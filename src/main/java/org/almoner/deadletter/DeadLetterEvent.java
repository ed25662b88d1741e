package org.almoner.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.transaction.TransactionInfo;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody could not handle, as it is archived.
 *
 * @param known nothing where it names no payment, or one of which nothing is known
 */
record DeadLetterEvent(byte[] data, DeadMessage read, @Nullable Known known) implements Personal {

    /** A payment and what its gateway says of it. */
    record Known(@JsonUnwrapped TransactionInfo payment, OrderDetails details) {}

    @Override
    public String toString() {
        return masked();
    }
}
