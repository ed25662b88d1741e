package org.almoner.crash;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.almoner.queue.Breakage;

/** An archive of loaded classes, made once for each test run: it halves what a worker process costs to start. */
final class FastStart {
    static final Path FOLDER = Path.of("target/crash");
    private static final Path ARCHIVE = FOLDER.resolve("worker.jsa");

    /** With jars in place of folders, which an archive does not take. */
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> new File(entry).isDirectory() ? jar(Path.of(entry)) : entry)
            .collect(Collectors.joining(File.pathSeparator));

    /** Has a worker do a bit of everything and archives what it has loaded. */
    static final List<String> OPTIONS = record();

    private FastStart() {}

    private static List<String> record() {
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
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", CLASS_PATH);
    }

    private static String jar(Path folder) {
        FOLDER.toFile().mkdirs();
        String jar = FOLDER.resolve(folder.getFileName() + ".jar").toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", folder.toString(), ".");
        if (failed != 0) {
            throw new IllegalStateException("could not make " + jar);
        }
        return jar;
    }
}
