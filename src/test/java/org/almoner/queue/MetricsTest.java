package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What the running application shows of itself, and the numbers that it gives away. */
@AlmonerTest
class MetricsTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    Backlog backlog;

    @Autowired
    Sequences sequences;

    @ParameterizedTest
    @ValueSource(
            strings = {"pending", "payments-init", "payments-antifraud", "contribution-tracking", "banner-history"})
    void showHowEachQueueStands(String queue) {
        redis.opsForList().rightPush(queue, "not a message");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(prometheus())
                .containsPattern("almoner_queue_waiting\\{[^}]*queue=\"%s\"[^}]*} \\d".formatted(queue))
                .containsPattern("almoner_queue_in_flight\\{[^}]*queue=\"%s\"[^}]*} \\d".formatted(queue))
                .containsPattern("almoner_queue_oldest_claim_seconds\\{[^}]*queue=\"%s\"[^}]*} \\d".formatted(queue))
                .containsPattern("almoner_queue_messages_total\\{[^}]*outcome=\"dead\",queue=\"%s\"[^}]*} [1-9]"
                        .formatted(queue))
                .containsPattern("almoner_queue_messages_total\\{[^}]*outcome=\"handled\",queue=\"%s\"[^}]*} \\d"
                        .formatted(queue))
                .containsPattern("almoner_queue_messages_total\\{[^}]*outcome=\"duplicate\",queue=\"%s\"[^}]*} \\d"
                        .formatted(queue))
                .containsPattern("almoner_queue_claim_size_count\\{[^}]*queue=\"%s\"[^}]*} [1-9]".formatted(queue))
                .containsPattern(
                        "almoner_queue_claim_commit_seconds_bucket\\{[^}]*queue=\"%s\"[^}]*} \\d".formatted(queue)));
    }

    @Test
    void showTheBacklog() {
        redis.opsForList().rightPush("pending", "not a message");
        await().untilAsserted(() -> {
            backlog.look();
            assertThat(prometheus())
                    .containsPattern("almoner_dead_letters\\{[^}]*state=\"kept\"[^}]*} 1.0")
                    .containsPattern("almoner_dead_letters\\{[^}]*state=\"requeued\"[^}]*} 0.0")
                    .containsPattern("almoner_outbox_messages(\\{[^}]*})? 0.0")
                    .containsPattern("almoner_outbox_age_seconds(\\{[^}]*})? 0.0");
        });
    }

    @Test
    void sayThatAllIsWell() {
        assertThat(http.getForObject("/actuator/health", String.class)).contains("\"status\":\"UP\"");
        assertThat(http.getForObject("/actuator/health/readiness", String.class))
                .contains("\"status\":\"UP\"");
    }

    @Test
    void giveANumberAwayOnce() {
        Set<Long> numbers = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200).parallel().forEach(n -> numbers.add(sequences.next("gifts")));

        assertThat(numbers).hasSize(200);
        assertThat(redis.opsForValue().increment("sequence_gifts")).isEqualTo(201);
    }

    @Test
    void goOnWhereAProducerStopped() {
        redis.opsForValue().set("sequence_contribution-tracking", "231448907");

        assertThat(sequences.next("contribution-tracking")).isEqualTo(231448908);
    }

    private String prometheus() {
        return Objects.requireNonNull(http.getForObject("/actuator/prometheus", String.class));
    }
}
