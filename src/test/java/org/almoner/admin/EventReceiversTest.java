package org.almoner.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Receivers are started and stopped by command, by those who know a key: RCV-1 to RCV-9. RCV-10 is about a stream that is read
 * again from its beginning; commands are rows, of which the newest is looked at, so that there is nothing to reconnect to.
 */
@AlmonerTest
class EventReceiversTest {

    private static final String PENDING = "{\"gateway\":\"adyen\",\"order_id\":\"9.1\",\"date\":1788350400}";

    @Autowired
    TestRestTemplate http;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    CamelContext camel;

    @AfterEach
    void goOn() {
        sql.sql("truncate receiver_command").update();
        await().until(() -> states().allMatch("UP"::equals));
    }

    @ParameterizedTest
    @CsvSource({"START,", "STOP,", "STOP, PROD", "START, STAGING"})
    void keepsACommand(String command, @Nullable String version) {
        var answer = command(command, version, AlmonerTest.SECONDARY_KEY);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody()).isNull();
        assertThat(sql.sql("select command, deployment_version, given_with from receiver_command")
                        .query()
                        .singleRow())
                .containsEntry("command", command)
                .containsEntry("deployment_version", version)
                .containsEntry("given_with", "secondary");
    }

    @Test
    void stopsQueuesAndSchedulesWithinSecondsAndStartsThemAgain() throws Exception {
        command("STOP", null, AlmonerTest.PRIMARY_KEY);
        await().atMost(Duration.ofSeconds(5)).until(() -> states().allMatch("DOWN"::equals));
        var quartz = ((QuartzComponent) camel.getComponent("quartz")).getScheduler();
        assertThat(quartz.isInStandbyMode()).isTrue();
        redis.opsForList().rightPush("pending", PENDING);
        await().during(Duration.ofSeconds(1)).until(() -> waiting() == 1);

        command("START", null, AlmonerTest.PRIMARY_KEY);

        await().until(() -> waiting() == 0);
        await().until(() -> states().allMatch("UP"::equals));
        assertThat(quartz.isInStandbyMode()).isFalse();
    }

    @Test
    void obeysWhatIsMeantForItsOwnVersionAlone() {
        command("STOP", "STAGING", AlmonerTest.PRIMARY_KEY);
        await().during(Duration.ofSeconds(2)).until(() -> states().allMatch("UP"::equals));

        command("STOP", "PROD", AlmonerTest.PRIMARY_KEY);

        await().until(() -> states().allMatch("DOWN"::equals));
    }

    @Test
    void leavesARouteStoppedThatWasStoppedForAnotherReason() throws Exception {
        camel.getRouteController().stopRoute("settle");
        try {
            await().until(() -> states().anyMatch("DOWN"::equals));
            await().during(Duration.ofSeconds(2))
                    .until(() ->
                            camel.getRouteController().getRouteStatus("settle").isStopped());
        } finally {
            camel.getRouteController().startRoute("settle");
        }
    }

    /** Once what was wrong is put right: the claim that was kept is handled. */
    @Test
    void startsAQueueAgainThatStoppedByItself() {
        sql.sql("alter table pending_payment rename to mislaid").update();
        try {
            redis.opsForList().rightPushAll("pending", Collections.nCopies(12, PENDING));
            await().until(() -> stateOf("pending").equals("DOWN"));
        } finally {
            sql.sql("alter table mislaid rename to pending_payment").update();
        }

        command("START", null, AlmonerTest.PRIMARY_KEY);

        await().until(() -> stateOf("pending").equals("UP"));
        await().untilAsserted(() -> assertThat(handled("pending")).isEqualTo(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"FAKE\"}",
                "{\"command\":0}",
                "{}",
                "{\"command\":\"STOP\",\"deploymentVersion\":\"BETA\"}",
                "[]",
                "STOP",
                ""
            })
    void refusesWhatIsNoCommand(String body) {
        var answer = post(body, AlmonerTest.PRIMARY_KEY);

        assertProblem(answer, 400, "Bad request");
        assertThat(commands()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the-wrong-key", "the-first-key-and-more"})
    void refusesWhoDoesNotKnowAKey(String key) {
        assertProblem(command("STOP", null, key), 401, "Unauthorized");
        assertProblem(get("", key), 401, "Unauthorized");
        assertThat(commands()).isZero();
    }

    @Test
    void saysThatItFailedAndNotWhy() {
        sql.sql("alter table receiver_instance rename to mislaid").update();
        try {
            assertProblem(get("", AlmonerTest.PRIMARY_KEY), 500, "Internal Server Error");
        } finally {
            sql.sql("alter table mislaid rename to receiver_instance").update();
        }
    }

    @Test
    void tellsOfEveryQueueAndScheduleOfThisProcess() {
        await().untilAsserted(() -> assertThat(status("").findValuesAsText("name"))
                .contains("pending", "donations", "requeue-dead-letters", "tell-alerts")
                .doesNotContain("relay", "backlog", "sequence"));
        assertThat(status("").findValuesAsText("deploymentVersion")).containsOnly("PROD");
    }

    @Test
    void tellsOfOneVersionOrAll() {
        addInstance("staging-1", "STAGING", "0 s");

        assertThat(status("?version=STAGING").findValuesAsText("instanceId")).containsExactly("staging-1");
        assertThat(status("?version=PROD").findValuesAsText("instanceId"))
                .isNotEmpty()
                .doesNotContain("staging-1");
        assertThat(status("").findValuesAsText("instanceId"))
                .contains("staging-1")
                .hasSize(2);
    }

    @Test
    void knowsNothingOfAVersionThatDoesNotRun() {
        assertProblem(get("?version=STAGING", AlmonerTest.PRIMARY_KEY), 404, "Not found");
        assertProblem(get("?version=BETA", AlmonerTest.PRIMARY_KEY), 400, "Bad request");
    }

    @Test
    void forgetsAProcessThatHasBeenSilent() {
        addInstance("silent", "STAGING", "20 s");
        assertThat(status("?version=STAGING").findPath("receiverStatuses").findValuesAsText("status"))
                .containsExactly("UNKNOWN");

        addInstance("gone", "STAGING", "61 s");

        assertThat(status("").findValuesAsText("instanceId")).doesNotContain("gone");
        await().until(() -> sql.sql("select 1 from receiver_instance where instance_id = 'gone'")
                .query(Integer.class)
                .optional()
                .isEmpty());
    }

    @Test
    void letsNobodyCommandWithoutAKeyInTheSettings() {
        var open = new AdminSettings("", " ", DeploymentVersion.PROD);

        assertThat(Stream.of("", " ", "null").map(open::nameOf)).allMatch(name -> name.isEmpty());
    }

    private void addInstance(String id, String version, String silence) {
        sql.sql(
                        """
                        insert into receiver_instance (instance_id, deployment_version, receivers, beat_at)
                        values (?, ?, '[{"name":"pending","status":"UP"}]', now() - ?::interval)
                        """)
                .params(id, version, silence)
                .update();
    }

    private Stream<String> states() {
        var answer = get("?version=PROD", AlmonerTest.PRIMARY_KEY);
        return answer.getStatusCode().is2xxSuccessful()
                ? Objects.requireNonNull(answer.getBody())
                        .findPath("receiverStatuses")
                        .findValuesAsText("status")
                        .stream()
                : Stream.of("NOT YET");
    }

    private JsonNode status(String query) {
        await().until(() -> get(query, AlmonerTest.PRIMARY_KEY).getStatusCode().is2xxSuccessful());
        return Objects.requireNonNull(get(query, AlmonerTest.PRIMARY_KEY).getBody());
    }

    private ResponseEntity<JsonNode> get(String query, String key) {
        return send(HttpMethod.GET, "/event-receivers/status" + query, null, key);
    }

    private ResponseEntity<JsonNode> command(String command, @Nullable String version, String key) {
        var forWhom = version == null ? "" : ",\"deploymentVersion\":\"%s\"".formatted(version);
        return post("{\"command\":\"%s\"%s}".formatted(command, forWhom), key);
    }

    private ResponseEntity<JsonNode> post(String body, String key) {
        return send(HttpMethod.POST, "/event-receivers/commands", body, key);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, @Nullable String body, String key) {
        var headers = new HttpHeaders();
        headers.set("x-api-key", key);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private String stateOf(String queue) {
        return Objects.requireNonNull(
                        get("?version=PROD", AlmonerTest.PRIMARY_KEY).getBody())
                .findValues("receiverStatuses")
                .stream()
                .flatMap(receivers -> StreamSupport.stream(receivers.spliterator(), false))
                .filter(receiver -> receiver.path("name").asText().equals(queue))
                .map(receiver -> receiver.path("status").asText())
                .findFirst()
                .orElse("NOT YET");
    }

    private int handled(String queue) {
        return sql.sql("select coalesce(sum(handled + duplicate), 0) from claim_receipt where queue = ?")
                .param(queue)
                .query(Integer.class)
                .single();
    }

    private long waiting() {
        return Objects.requireNonNull(redis.opsForList().size("pending"));
    }

    private int commands() {
        return sql.sql("select count(*) from receiver_command")
                .query(Integer.class)
                .single();
    }

    private static void assertProblem(ResponseEntity<JsonNode> answer, int status, String title) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = Objects.requireNonNull(answer.getBody());
        assertThat(problem.path("title").asText()).isEqualTo(title);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(List.of("type", "title", "status", "detail", "instance")).allMatch(problem::has);
    }
}
