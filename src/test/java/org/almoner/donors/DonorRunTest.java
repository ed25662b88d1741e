package org.almoner.donors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real application, two processes of it, with two consumers for each queue of the donor database. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DonorRunTest {

    private static final Logger LOG = LoggerFactory.getLogger(DonorRunTest.class);

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int KILLS = 3;

    /** What waits for its predecessor comes back within seconds here. */
    private static final String[] IMPATIENT = {
        "--almoner.queue.retry-delay=2s", "--almoner.queue.silence=3s", "--logging.level.org.almoner.deadletter=WARN"
    };

    private final DonorMessages messages = new DonorMessages(Instant.now().getEpochSecond());

    @Test
    void endsTheSameInWhateverOrderTheMessagesComeAndWhoeverIsKilled() {
        try (var ordered = new DonorDatabase();
                var shuffled = new DonorDatabase()) {
            inOrder(ordered);
            inDisorder(shuffled);

            assertThat(ordered.deadLetters()).isEmpty();
            assertThat(shuffled.deadLetters()).isEmpty();
            assertThat(ordered.count("select count(*) from contact")).isEqualTo(DonorMessages.DONORS);
            assertThat(shuffled.state()).isEqualTo(ordered.state()).hasSizeGreaterThan(10 * DonorMessages.DONORS);
        }
    }

    private void inOrder(DonorDatabase database) {
        try (var almoner = boot(database).awaitStarted()) {
            messages.phases().forEach(phase -> {
                database.push(phase);
                database.awaitQuiet(LONGEST);
            });
        }
    }

    private void inDisorder(DonorDatabase database) {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        List<AlmonerProcess> working = new ArrayList<>(
                List.of(boot(database).awaitStarted(), boot(database).awaitStarted()));
        try {
            var random = new Random(seed);
            database.push(messages.shuffled(random));
            for (int kill = 0; kill < KILLS; kill++) {
                awaitContributions(database, DonorMessages.DONORS * (kill + 1));
                working.remove(random.nextInt(working.size())).close();
                working.add(boot(database).awaitStarted());
            }
            database.awaitQuiet(LONGEST);
        } finally {
            working.forEach(AlmonerProcess::close);
        }
    }

    private void awaitContributions(DonorDatabase database, int atLeast) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.count("select count(*) from contribution") >= atLeast);
    }

    private AlmonerProcess boot(DonorDatabase database) {
        var folder = AlmonerFolder.fresh();
        folder.edit(
                "routes/schedules/requeue-dead-letters.camel.yaml", text -> text.replace("0 * * * * ?", "* * * * * ?"));
        return AlmonerProcess.boot(folder, database.jdbcUrl(), database.redisUrl(), IMPATIENT);
    }
}
