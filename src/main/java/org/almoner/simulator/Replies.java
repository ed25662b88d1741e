package org.almoner.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was answered to which key: asked again with it, a gateway says the same and does nothing. */
final class Replies {
    private final Map<String, Answer> byKey = new HashMap<>();

    synchronized Answer once(String gateway, @Nullable String key, Supplier<Answer> work) {
        if (key == null) {
            return work.get();
        }
        var known = byKey.get(gateway + "/" + key);
        if (known != null) {
            return known.after(Effect.SAME_ANSWER);
        }
        var answer = work.get();
        byKey.put(gateway + "/" + key, answer);
        return answer;
    }

    synchronized void forget() {
        byKey.clear();
    }
}
