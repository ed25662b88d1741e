package org.almoner.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Brings notifications to the listeners, again and again until they are accepted, as gateways do. */
final class Messenger implements AutoCloseable {
    /** Gateways try for days; this is for who watches. */
    private static final int ATTEMPTS = 30;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "simulator-messenger");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Delivery> deliveries = new ConcurrentSkipListMap<>();
    private final Map<Integer, Notification> sent = new ConcurrentSkipListMap<>();
    private volatile @Nullable String listeners;

    void listeners(@Nullable String url) {
        listeners = url;
    }

    /** The number by which to ask for it. */
    int send(String gateway, News news, Notification notification) {
        int number = numbers.incrementAndGet();
        deliveries.put(
                number,
                new Delivery(number, gateway, news.event(), news.payment().id(), news.forgery(), 0, 0));
        sent.put(number, notification);
        attempt(number);
        return number;
    }

    /** The same bytes with the same signature again. */
    boolean replay(int number) {
        boolean known = sent.containsKey(number);
        if (known) {
            attempt(number);
        }
        return known;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    void forget() {
        deliveries.clear();
        sent.clear();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private void attempt(int number) {
        var url = listeners;
        var delivery = deliveries.get(number);
        var notification = sent.get(number);
        if (url == null || delivery == null || notification == null) {
            return; // nobody listens, or all was forgotten
        }
        var request = HttpRequest.newBuilder(URI.create(url + "/listeners/" + delivery.gateway()))
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofByteArray(notification.body()));
        notification.headers().forEach(request::header);
        http.sendAsync(request.build(), BodyHandlers.discarding())
                .handle((response, failure) -> failure == null ? response : null)
                .thenAccept(response -> answered(number, response));
    }

    private void answered(int number, @Nullable HttpResponse<Void> response) {
        int status = response == null ? 0 : response.statusCode();
        var delivery = deliveries.computeIfPresent(number, (same, before) -> before.answered(status));
        if (delivery != null && !delivery.isAccepted() && delivery.attempts() < ATTEMPTS && !later.isShutdown()) {
            later.schedule(() -> attempt(number), pause(delivery.attempts()).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
