package org.almoner.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almoner.routes.TestQueue.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of a sample, one line of {@code outcomes.txt} beside it: its name, how it ends, and {@code from} which rows
 * there is one then, or none where nothing is kept. What must be there before is in {@code given.sql} beside it.
 */
record SampleOutcome(String queue, String sample, End end, String from) {

    private static final Path SAMPLES = Path.of("src/test/resources/messages");

    /** How it ends when it comes once, and when it comes twice. */
    enum End {
        KEPT(new Receipt(1, 0, 0), new Receipt(1, 1, 0), 1),
        /** There is nothing to do. */
        IGNORED(new Receipt(1, 0, 0), new Receipt(1, 1, 0), 0),
        /** As kept, but it may mean something again when it comes again. */
        REPEATED(new Receipt(1, 0, 0), new Receipt(2, 0, 0), 1),
        DROPPED(new Receipt(1, 0, 0), new Receipt(2, 0, 0), 0),
        DUPLICATE(new Receipt(0, 1, 0), new Receipt(0, 2, 0), 1),
        DEAD(new Receipt(0, 0, 1), new Receipt(0, 0, 2), 0);

        final Receipt once;
        final Receipt twice;
        final int rows;

        End(Receipt once, Receipt twice, int rows) {
            this.once = once;
            this.twice = twice;
            this.rows = rows;
        }
    }

    static Stream<SampleOutcome> all() {
        return queues().stream().flatMap(queue -> lines(SAMPLES.resolve(queue).resolve("outcomes.txt")).stream()
                .map(line -> line.split("\\|", 3))
                .map(cells -> new SampleOutcome(
                        queue, cells[0].strip(), End.valueOf(cells[1].strip().toUpperCase()), cells[2].strip())));
    }

    /** Samples that take more than a table have a test of their own. */
    static List<String> queues() {
        return folders().stream()
                .filter(queue -> Files.exists(SAMPLES.resolve(queue).resolve("outcomes.txt")))
                .toList();
    }

    static List<String> folders() {
        return files(SAMPLES)
                .map(folder -> folder.getFileName().toString())
                .sorted()
                .toList();
    }

    static Stream<String> samples(String queue) {
        return files(SAMPLES.resolve(queue))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".json") || name.endsWith(".raw"))
                .map(name -> name.substring(0, name.lastIndexOf('.')));
    }

    void givenTo(JdbcClient sql) {
        Path file = SAMPLES.resolve(queue).resolve("given.sql");
        if (Files.exists(file)) {
            sql.sql(String.join("\n", lines(file))).update();
        }
    }

    @Override
    public String toString() {
        return queue + "/" + sample;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
