package org.almoner.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Gravy as a listener knows it: somebody with a password who tells things, and somebody else without it. */
public final class GravySender implements AutoCloseable {

    private static final String USER = "gravy:tells";

    /** What a listener to it needs. */
    public static final String SETTING = "--almoner.gateway.gravy.webhook-users[0]=" + USER;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final Supplier<String> port;

    public GravySender(Supplier<String> port) {
        this.port = port;
    }

    /** @param status 0 when there was no answer */
    public record Sent(String id, boolean isGenuine, int status, long nanos) {}

    /** A folder whose listener is Gravy's alone, after the route of another gateway. */
    public static AlmonerFolder listening() {
        var folder = AlmonerFolder.fresh();
        var routes = folder.path().resolve("routes/listeners");
        try (var files = Files.list(routes)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            var route = Files.readString(Path.of("routes/listeners/adyen.camel.yaml"));
            Files.writeString(routes.resolve("gravy.camel.yaml"), route.replace("adyen", "gravy"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sent send(String id, boolean isGenuine) {
        return send(id, isGenuine, System.nanoTime());
    }

    private Sent send(String id, boolean isGenuine, long due) {
        int status;
        try {
            status =
                    http.send(request(id, isGenuine), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            status = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 0;
        }
        return new Sent(id, isGenuine, status, System.nanoTime() - due);
    }

    /** Each at its time, whatever became of the ones before; how long it took counts from that time. */
    public List<Sent> atPace(int perSecond, Duration time, IntPredicate isGenuine) {
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        long start = System.nanoTime();
        var sent = IntStream.range(0, Math.toIntExact(time.toMillis() * perSecond / 1000))
                .mapToObj(n -> {
                    long due = start + n * interval;
                    LockSupport.parkNanos(due - System.nanoTime());
                    return CompletableFuture.supplyAsync(() -> send("N" + n, isGenuine.test(n), due), threads);
                })
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest request(String id, boolean isGenuine) {
        var user = isGenuine ? USER : "gravy:guesses";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.get() + "/listeners/gravy"))
                .timeout(Duration.ofSeconds(20))
                .header("content-type", "application/json")
                .header("authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(
                        "{\"type\":\"event\",\"id\":\"" + id + "\",\"about\":\"" + "x".repeat(1000) + "\"}"))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
