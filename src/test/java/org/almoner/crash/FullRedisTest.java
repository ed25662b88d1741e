package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A Redis that has reached its {@code maxmemory} and refuses every push: only consuming makes room again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class FullRedisTest {
    private static final int MESSAGES = 1_000;

    private final TestRedis server = new TestRedis().start();
    private final Stores stores = new Stores(SharedStores.newDatabase(), server.url()).migrated();
    private final RedisClient client = stores.redis();
    private final RedisCommands<String, String> redis = client.connect().sync();

    @AfterEach
    void stop() {
        client.shutdown();
        server.close();
    }

    @Test
    void isConsumedAndTakesTheFollowUpsWhenItHasRoomAgain() throws SQLException {
        try (var load = new Load(stores);
                var judge = new Judge(stores);
                var worker = WorkerProcess.boot(stores, Breakage.NONE);
                var successor = WorkerProcess.boot(stores, Breakage.NONE)) {
            load.mixed(MESSAGES);
            redis.configSet("maxmemory", "1");
            assertThatThrownBy(() -> redis.rpush("work", "{}"))
                    .isInstanceOf(RedisCommandExecutionException.class)
                    .hasMessageStartingWith("OOM");

            worker.start();
            Awaitility.await("consumed")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> redis.llen("work") == 0 && judge.inFlight().isEmpty());

            assertThat(judge.receipts("work", "handled + duplicate + dead")).isEqualTo(MESSAGES);
            assertThat(redis.llen("consequence")).isZero();

            redis.configSet("maxmemory", "0");
            worker.close();
            successor.start(); // the relay of the first lets the queue that refused rest for a minute
            assertThat(judge.awaitQuiet().verdict(load)).matches(Verdict::isClean);
        }
    }
}
