package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.Test;

/** A Redis that would throw queued messages away when it is full. */
class EvictingRedisTest {
    @Test
    void isRefusedInOneLine() {
        try (var redis = new TestRedis().start()) {
            evictAnything(redis);

            try (var almoner = AlmonerProcess.boot(AlmonerFolder.fresh(), SharedStores.newDatabase(), redis.url())) {
                assertThat(almoner.exitCode()).isNotZero();
                assertThat(almoner.log().stream().filter(line -> line.contains("ERROR")))
                        .singleElement()
                        .asString()
                        .contains("Almoner does not start: ", "maxmemory-policy is allkeys-lru, set it to noeviction");
                assertThat(almoner.log()).noneMatch(line -> line.startsWith("\tat "));
            }
        }
    }

    private static void evictAnything(TestRedis redis) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            connection.sync().configSet("maxmemory-policy", "allkeys-lru");
        }
    }
}
