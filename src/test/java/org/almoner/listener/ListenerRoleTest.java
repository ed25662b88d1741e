package org.almoner.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.almoner.notification.NotificationJson;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.GravySender;
import org.almoner.testing.GravySender.Sent;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that only listen, with no more rights in Redis than we ship; and what is left when one of them, or Redis, dies. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ListenerRoleTest {

    private static final String LIST = "notifications-gravy";

    private static final TestRedis REDIS = new TestRedis().start();
    private static final List<AlmonerProcess> LISTENERS = new ArrayList<>();
    private static String url = "";

    @BeforeAll
    static void listen() {
        url = RedisUser.addTo(REDIS);
        LISTENERS.add(boot());
        LISTENERS.add(boot());
        LISTENERS.forEach(AlmonerProcess::awaitStarted);
    }

    @AfterAll
    static void stop() {
        LISTENERS.forEach(AlmonerProcess::close);
        REDIS.close();
    }

    @Test
    void knowsNoDatabaseAndNoCommands() {
        var listener = LISTENERS.get(1);

        assertThat(listener.health("readiness")).isEqualTo(200);
        assertThat(listener.send("/actuator/prometheus", get -> get).body())
                .contains("almoner_listener_requests_total{", "result=\"forged\"")
                .doesNotContain("hikaricp", "almoner_queue_");
        assertThat(listener.send("/event-receivers/status", get -> get).statusCode())
                .isEqualTo(404);
        assertThat(listener.log()).noneMatch(line -> line.contains("Hikari") || line.contains("Flyway"));
    }

    @Test
    void doesNotStartWithoutAKey() {
        try (var unable = AlmonerProcess.bootListener(GravySender.listening(), url)) {
            assertThat(unable.exitCode()).isEqualTo(1);
            assertThat(unable.log().stream().filter(line -> line.contains("ERROR")))
                    .singleElement()
                    .asString()
                    .contains("Almoner does not start", "almoner.gateway.gravy");
        }
    }

    @Test
    void waitsForNoBodyThatComesDropByDrop() throws IOException {
        try (var slow =
                new Socket("127.0.0.1", Integer.parseInt(LISTENERS.get(1).port()))) {
            slow.setSoTimeout(30_000);
            slow.getOutputStream()
                    .write(
                            "POST /listeners/gravy HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));

            long start = System.nanoTime();
            var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void losesNothingThatItAnsweredWithSuccess() {
        var sent = whileSending(() -> {
            for (int kill = 0; kill < 3; kill++) {
                LISTENERS.get(0).close();
                LISTENERS.set(0, boot());
                LISTENERS.get(0).awaitStarted();
            }
        });

        assertAllKept(sent);
        assertThat(sent).anyMatch(one -> one.status() == 0);
    }

    @Test
    void saysSoWhenRedisIsNotThere() {
        var sent = whileSending(() -> {
            REDIS.kill();
            await().until(() -> LISTENERS.get(1).health("readiness") == 503);
            REDIS.start();
            RedisUser.addTo(REDIS);
            await().atMost(Duration.ofSeconds(30)).until(() -> LISTENERS.get(1).health("readiness") == 200);
        });

        assertAllKept(sent);
        assertThat(sent).anyMatch(one -> one.status() == 503);
    }

    @Test
    void keepsTheGenuineOnesOfAFlood() {
        try (var gravy = new GravySender(() -> LISTENERS.get(1).port())) {
            var sent = gravy.atPace(1000, Duration.ofSeconds(3), n -> n % 10 == 0);

            assertThat(sent.stream().filter(Sent::isGenuine)).hasSize(300).allMatch(one -> one.status() == 200);
            assertThat(sent.stream().filter(one -> !one.isGenuine()))
                    .hasSize(2700)
                    .allMatch(one -> one.status() == 403);
            assertAllKept(sent);
        }
    }

    /** Two at a time, one to each listener, until the disaster is over. */
    private static List<Sent> whileSending(Runnable disaster) {
        var isOver = new AtomicBoolean();
        var senders = IntStream.range(0, 2)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> sendUntil(isOver, number)))
                .toList();
        try {
            disaster.run();
        } finally {
            isOver.set(true);
        }
        return senders.stream().flatMap(sender -> sender.join().stream()).toList();
    }

    private static List<Sent> sendUntil(AtomicBoolean isOver, int number) {
        var sent = new ArrayList<Sent>();
        try (var gravy = new GravySender(
                () -> LISTENERS.get(number).isUp() ? LISTENERS.get(number).port() : "1")) {
            while (!isOver.get()) {
                sent.add(gravy.send(number + "-" + System.nanoTime(), sent.size() % 3 != 0));
            }
        }
        return sent;
    }

    private static void assertAllKept(List<Sent> sent) {
        var accepted = sent.stream().filter(one -> one.status() == 200).toList();
        assertThat(accepted).isNotEmpty().allMatch(Sent::isGenuine);
        assertThat(kept()).containsAll(accepted.stream().map(Sent::id).toList());
    }

    private static Set<String> kept() {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            var ids = new HashSet<String>();
            for (var json : connection.sync().lrange(LIST, 0, -1)) {
                var body = new NotificationJson()
                        .read(json.getBytes(StandardCharsets.UTF_8))
                        .body();
                ids.add(new ObjectMapper().readTree(body).path("id").asText());
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlmonerProcess boot() {
        return AlmonerProcess.bootListener(GravySender.listening(), url, GravySender.SETTING);
    }
}
