package org.almoner.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What every gateway was asked, in the order in which it was answered. */
final class CallLog {
    private final List<LoggedCall> calls = new CopyOnWriteArrayList<>();

    void add(LoggedCall call) {
        calls.add(call);
    }

    List<LoggedCall> all() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }
}
