package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.almoner.batch.run.Pace;
import org.almoner.batch.run.Stopping;
import org.almoner.queue.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A run reads what it found page by page, at its pace. */
class CandidateReaderTest {

    private static final Instant NOW = Instant.parse("2026-09-02T10:00:00Z");

    private final Stopping stopping = new Stopping(new StaticApplicationContext(), new Gate());

    @ParameterizedTest(name = "{0}: {1} found, {3} pages")
    @CsvSource({"PAG-1, 0, 5, 0", "PAG-2, 4, 5, 1", "PAG-3, 9, 5, 2", "PAG-4, 10, 5, 2", "PAG-6, 3, 2, 2"})
    void readsAsManyPagesAsItTakes(String row, int found, int pageSize, int pages) throws Exception {
        var table = new Table(found);

        var read = readAll(reader(table, found, pageSize, Duration.ZERO, NOW));

        assertThat(table.pages).as(row).hasSize(pages);
        assertThat(read.stream().map(Candidate::number))
                .containsExactlyElementsOf(LongStream.range(0, found).boxed().toList());
    }

    /** PAG-6: the first page waits as well, and after the last one nobody does. */
    @Test
    void waitsBeforeEachPage() throws Exception {
        var table = new Table(3);

        long start = System.nanoTime();
        readAll(reader(table, 3, 2, Duration.ofMillis(150), NOW));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofMillis(440));
    }

    /** PAG-8: from the beginning of the window, and then from the key of the last one. */
    @Test
    void goesOnBehindTheLastKey() throws Exception {
        var table = new Table(5);

        readAll(reader(table, 5, 2, Duration.ZERO, NOW));

        assertThat(table.pages).containsExactly("", "1", "3");
    }

    @Test
    void goesOnWhereTheLastChunkWasCommitted() throws Exception {
        var table = new Table(5);
        var first = reader(table, 5, 2, Duration.ZERO, NOW);
        first.read();
        first.read();
        var committed = new ExecutionContext();
        first.update(committed);
        first.read();

        var second = reader(table, 5, 2, Duration.ZERO, NOW);
        second.open(committed);

        assertThat(readAll(second).stream().map(Candidate::number)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void leavesWhatCameSinceToTheNextRun() throws Exception {
        var table = new Table(9);

        assertThat(readAll(reader(table, 7, 5, Duration.ZERO, NOW))).hasSize(7);
    }

    @Test
    void endsWhereFewerAreLeftThanWereFound() throws Exception {
        var table = new Table(6);
        var reader = reader(table, 9, 5, Duration.ZERO, NOW);
        var committed = new ExecutionContext();

        assertThat(readAll(reader)).hasSize(6);
        reader.update(committed);

        assertThat(CandidateReader.isComplete(committed)).isTrue();
    }

    @Test
    void readsNoPageAfterItsDeadline() throws Exception {
        var table = new Table(5);
        var reader = reader(table, 5, 2, Duration.ZERO, NOW.plus(Duration.ofHours(1)));
        var committed = new ExecutionContext();

        assertThat(readAll(reader)).isEmpty();
        reader.update(committed);

        assertThat(CandidateReader.isComplete(committed)).isFalse();
    }

    private CandidateReader reader(Table table, int found, int pageSize, Duration delay, Instant now) {
        var run = new ExpiryRun(NOW, NOW, NOW, NOW, NOW.plusSeconds(60), Duration.ofHours(1), found);
        return new CandidateReader(run, table, pageSize, new Pace(delay, stopping), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Candidate> readAll(CandidateReader reader) throws InterruptedException {
        var all = new ArrayList<Candidate>();
        for (var one = reader.read(); one != null; one = reader.read()) {
            all.add(one);
        }
        return all;
    }

    /** So many open payments, whose ids are their places; remembers behind which it was asked for a page. */
    private static final class Table extends OpenTransactions {
        private final int count;
        private final List<String> pages = new ArrayList<>();

        Table(int count) {
            super(JdbcClient.create(new SimpleDriverDataSource()));
            this.count = count;
        }

        @Override
        List<Candidate> page(Candidate last, Instant until, int size) {
            pages.add(last.transactionId());
            return LongStream.range(last.number() + 1, Math.min(count, last.number() + 1 + size))
                    .mapToObj(number -> new Candidate(String.valueOf(number), NOW, number))
                    .toList();
        }
    }
}
