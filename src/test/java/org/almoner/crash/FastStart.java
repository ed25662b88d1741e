package org.almoner.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almoner.queue.Breakage;

/** An archive of loaded classes, made once for what was compiled: it halves what a worker process costs to start. */
final class FastStart {
    static final Path FOLDER = Path.of("target/crash", newestOf(folders()));
    private static final Path ARCHIVE = FOLDER.resolve("worker.jsa");

    /** With jars in place of folders, which an archive does not take. */
    private static final String CLASS_PATH = entries()
            .map(entry -> Files.isDirectory(entry) ? jar(entry).toString() : entry.toString())
            .collect(Collectors.joining(File.pathSeparator));

    static final List<String> OPTIONS = options();

    private FastStart() {}

    /** Of two forks of the tests, one makes the archive and the other waits for it. */
    private static List<String> options() {
        try (var lock = FileChannel.open(
                        Files.createDirectories(FOLDER).resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && !Files.exists(ARCHIVE)) {
                folders().forEach(FastStart::pack);
                record();
            }
            return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", CLASS_PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a worker do a bit of everything and archives what it has loaded. */
    private static void record() {
        var stores = CrashStores.fresh();
        var recording = List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", CLASS_PATH);
        try (var load = new Load(stores);
                var judge = new Judge(stores);
                var worker = WorkerProcess.boot(recording, stores, Breakage.NONE, Scheduler.settings())) {
            worker.start();
            load.mixed(100);
            judge.awaitQuiet();
            worker.signal("TERM");
            worker.exitCode(Duration.ofMinutes(1));
        }
    }

    private static Stream<Path> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static Stream<Path> folders() {
        return entries().filter(Files::isDirectory);
    }

    private static String newestOf(Stream<Path> folders) {
        return folders.flatMap(FastStart::files)
                .map(Path::toFile)
                .map(File::lastModified)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path folder) {
        return FOLDER.resolve(folder.getFileName() + ".jar");
    }

    private static void pack(Path folder) {
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar(folder).toString(),
                        "-C",
                        folder.toString(),
                        ".");
        if (failed != 0) {
            throw new IllegalStateException("could not pack " + folder);
        }
    }
}
