package org.almoner.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order has come to, folded from its operations, and the operation that decided it. */
public record OrderOutcome(Kind kind, @Nullable Operation by) {

    /** In ascending order of what they weigh: nothing outweighs a refund. */
    public enum Kind {
        UNKNOWN,
        NOT_AUTHORIZED,
        AUTHORIZED,
        REFUNDED
    }

    private static final OrderOutcome UNKNOWN = new OrderOutcome(Kind.UNKNOWN, null);

    /** @param operations in the order in which the gateway has them */
    public static OrderOutcome of(List<Operation> operations) {
        return operations.stream().reduce(UNKNOWN, OrderOutcome::after, (earlier, later) -> later);
    }

    private OrderOutcome after(Operation operation) {
        Kind next = kindOf(operation);
        return next == Kind.UNKNOWN || next.compareTo(kind) < 0 ? this : new OrderOutcome(next, operation);
    }

    private static Kind kindOf(Operation operation) {
        if (operation.is("AUTHORIZATION")) {
            return operation.resultedIn("EXECUTED") ? Kind.AUTHORIZED : Kind.NOT_AUTHORIZED;
        }
        return operation.is("REFUND") && operation.resultedIn("VOIDED") ? Kind.REFUNDED : Kind.UNKNOWN;
    }
}
