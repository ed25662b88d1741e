package org.almoner.testing;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties both stores before each test, while the consumers of the shared application run on. */
final class EmptyStores implements TestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        var redis = test.getApplicationContext().getBean(StringRedisTemplate.class);
        var sql = test.getApplicationContext().getBean(JdbcClient.class);
        // until nothing moves before and after: a claim in hand writes rows, the relay pushes what was in the outbox
        Awaitility.await("both stores empty")
                .pollInterval(Duration.ofMillis(20)) // before each of a thousand tests
                .ignoreException(PessimisticLockingFailureException.class) // met a claim that writes
                .until(() -> {
                    boolean still = nothingMoves(redis);
                    truncate(sql);
                    return still && nothingMoves(redis);
                });
    }

    private static boolean nothingMoves(StringRedisTemplate redis) {
        return !removeQueues(redis) && claims(redis).isEmpty();
    }

    private static void truncate(JdbcClient sql) {
        var tables = sql.sql(
                        """
                        select format('%I', tablename) from pg_tables
                        where schemaname = 'public'
                          and tablename not in ('flyway_schema_history', 'exchange_rate', 'gift_option') -- what migrations filled
                          and tablename not like 'qrtz\\_%' and tablename not like 'batch\\_%'
                        """)
                .query(String.class)
                .list();
        if (!tables.isEmpty()) {
            sql.sql("truncate " + String.join(", ", tables)).update();
        }
    }

    private static boolean removeQueues(StringRedisTemplate redis) {
        var queues = keys(redis, "*");
        queues.removeIf(key -> key.startsWith("almoner:")); // the machine's own
        return !queues.isEmpty() && redis.delete(queues) > 0;
    }

    private static Set<String> claims(StringRedisTemplate redis) {
        return keys(redis, "almoner:{*}:claim:*");
    }

    private static Set<String> keys(StringRedisTemplate redis, String pattern) {
        return Objects.requireNonNull(redis.keys(pattern));
    }
}
