package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes of one program that differ in the routes they load: those that are mounted, or those that a setting names. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RolesTest {
    private static final String KEY = "a-key-in-a-file";
    private static final String PENDING = "{\"gateway\":\"adyen\",\"order_id\":\"9.1\",\"date\":1788350400}";

    private static final TestRedis REDIS = new TestRedis().start();
    private static final String DATABASE = SharedStores.newDatabase();
    private static final AlmonerFolder QUEUES = AlmonerFolder.mounted("config", "routes/queues", "routes/shared")
            .withSecret("almoner.admin.primary-key", KEY);
    private static final AlmonerFolder ALL = AlmonerFolder.fresh().withSecret("almoner.admin.primary-key", KEY);
    private static final String SCHEDULES =
            "--camel.main.routes-include-pattern=file:routes/shared/*.camel.yaml,file:routes/schedules/*.camel.yaml";

    private static AlmonerProcess consumers = boot(QUEUES);
    private static final AlmonerProcess SCHEDULER = boot(ALL, SCHEDULES);

    @BeforeAll
    static void awaitStarted() {
        consumers.awaitStarted();
        SCHEDULER.awaitStarted();
    }

    @AfterAll
    static void stop() {
        consumers.close();
        SCHEDULER.close();
        REDIS.close();
    }

    @Test
    void workTheirRoutesAndNothingElse() {
        await().untilAsserted(() -> assertThat(receivers("UP"))
                .containsExactlyInAnyOrder(names("routes/queues"), names("routes/schedules")));

        assertThat(consumers.health("readiness")).isEqualTo(200);
        assertThat(SCHEDULER.health("readiness")).isEqualTo(200);
        assertThat(metrics(consumers)).contains("almoner_queue_waiting{", "almoner_outbox_messages");
        assertThat(metrics(SCHEDULER)).contains("almoner_outbox_messages").doesNotContain("almoner_queue_waiting{");
    }

    @Test
    void obeyACommandThatIsOlderThanTheyAre() {
        command("STOP");
        await().until(() -> receivers("UP").stream().allMatch(List::isEmpty));
        consumers.close();
        consumers = boot(QUEUES).awaitStarted();

        push(PENDING);
        await().untilAsserted(() -> assertThat(receivers("DOWN"))
                .containsExactlyInAnyOrder(names("routes/queues"), names("routes/schedules")));
        assertThat(waiting()).isEqualTo(1);

        command("START");
        await().until(() -> waiting() == 0);
    }

    private static AlmonerProcess boot(AlmonerFolder folder, String... settings) {
        return AlmonerProcess.boot(folder, DATABASE, REDIS.url(), settings);
    }

    /** Through the other process: it is kept for all. */
    private static void command(String command) {
        var answer = SCHEDULER.send("/event-receivers/commands", request -> request.header("x-api-key", KEY)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"command\":\"" + command + "\"}")));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    /** Of each process that is heard of, the receivers in this state, sorted. */
    private static List<List<String>> receivers(String state) throws JsonProcessingException {
        var answer = SCHEDULER.send("/event-receivers/status", request -> request.header("x-api-key", KEY));
        var instances = new ObjectMapper().readTree(answer.body()).path("status");
        return instances.findValues("receiverStatuses").stream()
                .filter(statuses -> !statuses.findValuesAsText("status").contains("UNKNOWN"))
                .map(statuses -> in(state, statuses))
                .toList();
    }

    private static List<String> in(String state, JsonNode statuses) {
        return statuses.findParents("status").stream()
                .filter(receiver -> receiver.path("status").asText().equals(state))
                .map(receiver -> receiver.path("name").asText())
                .sorted()
                .toList();
    }

    private static List<String> names(String folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    private static String metrics(AlmonerProcess process) {
        return process.send("/actuator/prometheus", request -> request).body();
    }

    private static void push(String message) {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            connection.sync().rpush("pending", message);
        }
    }

    private static long waiting() {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            return connection.sync().llen("pending");
        }
    }
}
