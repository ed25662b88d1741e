package org.almoner.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many messages of each queue were handled, duplicate and dead letters. */
record SampleCounts(List<Queue> queues) {

    record Queue(String queue, long handled, long duplicate, long dead) {
        long all() {
            return handled + duplicate + dead;
        }

        private String line() {
            return "%-24s %8d %10d %13d".formatted(queue, handled, duplicate, dead);
        }
    }

    /** Whether as many messages were committed as were pushed. */
    boolean through(Map<String, List<String>> pushed) {
        var committed = queues.stream().collect(Collectors.toMap(Queue::queue, Queue::all));
        return pushed.entrySet().stream()
                .allMatch(queue -> committed.getOrDefault(queue.getKey(), 0L)
                        >= queue.getValue().size());
    }

    String table(List<String> footnotes) {
        var head = "%-24s %8s %10s %13s".formatted("queue", "handled", "duplicate", "dead letters");
        var lines = Stream.concat(Stream.of(head), queues.stream().map(Queue::line));
        return Stream.concat(lines, footnotes.stream())
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
