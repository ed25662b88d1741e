package org.almoner.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.almoner.queue.Claims.Figures;
import org.almoner.queue.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the queues show of themselves: counted for each claim, never for each message, and after the commit. */
@Component
class QueueMetrics {

    private static final Logger LOG = LoggerFactory.getLogger("org.almoner.deadletter");

    private final MeterRegistry meters;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private final Map<String, QueueMeters> byQueue = new ConcurrentHashMap<>();
    private final Map<String, String> halted = new ConcurrentHashMap<>();

    QueueMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void show(Worker worker) {
        String queue = worker.keys().queue();
        halted.remove(queue);
        if (workers.put(queue, worker) == null) {
            gauge("almoner.queue.waiting", queue, "messages that wait in the list", Figures::waiting);
            gauge("almoner.queue.in.flight", queue, "messages in claims", Figures::inFlight);
            gauge(
                    "almoner.queue.oldest.claim.seconds",
                    queue,
                    "age of the oldest claim",
                    f -> f.oldest().toMillis() / 1000.0);
        }
    }

    void halted(String queue, String reason) {
        halted.put(queue, reason);
    }

    /** By queue, why it stopped by itself. */
    Map<String, String> halted() {
        return Map.copyOf(halted);
    }

    void committed(ClaimDone done, long nanos) {
        String queue = done.claim().queue();
        byQueue.computeIfAbsent(queue, name -> new QueueMeters(name, meters)).committed(done, nanos);
        done.messages()
                .forEach(m -> m.counted.forEach(
                        what -> meters.counter("almoner.counted", "what", what).increment()));
        done.dead().forEach(dead -> log(queue, dead));
    }

    private void gauge(String name, String queue, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, () -> value(workers.get(queue), figure))
                .description(description)
                .tag("queue", queue)
                .register(meters);
    }

    private static double value(@Nullable Worker worker, ToDoubleFunction<Figures> figure) {
        Figures figures = worker == null ? null : worker.figures();
        return figures == null ? Double.NaN : figure.applyAsDouble(figures);
    }

    private static void log(String queue, MessageInHand dead) {
        var failure = dead.failure();
        if (failure == null) {
            return;
        }
        var level = failure.kind() == Kind.BUG ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.INFO;
        LOG.atLevel(level)
                .log(
                        "dead letter queue={} kind={} sha256={} reason={}",
                        queue,
                        failure.kind(),
                        HexFormat.of().formatHex(dead.message.sha256()),
                        failure.reason());
    }
}
