package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class MalformedMessagesTest {

    private static final List<String> MALFORMED = List.of(
            "",
            "not JSON",
            "[]",
            "[{\"id\":7}]",
            "7",
            "null",
            "\"text\"",
            "{\"id\":7",
            "{\"id\":7} {\"id\":8}",
            "{\"id\":7,\"id\":8}",
            "{\"event\":{\"data\":{\"amount\":1e99999999999}},\"source_enqueued_time\":1e99999999999}",
            "{\"a\":".repeat(100_000));

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @MethodSource("queues")
    void becomeOneDeadLetterEachWithTheirBytes(String name) {
        var queue = new TestQueue(name, redis, sql);

        var receipt = queue.push(MALFORMED.toArray(String[]::new));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, MALFORMED.size()));
        assertThat(queue.deadLetters()).containsExactlyInAnyOrderElementsOf(MALFORMED);
        assertThat(sql.sql("select count(*) from dead_letter where kind <> 'invalid' or error = ''")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What payment services could not handle is archived, whatever it is. */
    static List<String> queues() throws IOException {
        try (var files = Files.list(Path.of("routes/queues"))) {
            return files.map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .filter(queue -> !queue.endsWith("-dead-letter"))
                    .sorted()
                    .toList();
        }
    }
}
