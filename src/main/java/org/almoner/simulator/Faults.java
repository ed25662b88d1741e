package org.almoner.simulator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each gateway is told to do wrong; one thing at a time. */
final class Faults {
    private final Map<String, Fault> byGateway = new HashMap<>();

    synchronized void put(String gateway, Fault fault) {
        byGateway.put(gateway, fault);
    }

    /** The fault that hits this call; it has happened once more then. */
    synchronized @Nullable Fault next(String gateway, Operation operation) {
        var fault = byGateway.get(gateway);
        if (fault == null || !fault.hits(operation)) {
            return null;
        }
        if (fault.times() <= 1) {
            byGateway.remove(gateway);
        } else {
            byGateway.put(gateway, fault.times(fault.times() - 1));
        }
        return fault;
    }

    synchronized void clear(String gateway) {
        byGateway.remove(gateway);
    }

    synchronized void forget() {
        byGateway.clear();
    }
}
