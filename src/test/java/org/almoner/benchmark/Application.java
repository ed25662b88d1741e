package org.almoner.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.almoner.Almoner;
import org.awaitility.Awaitility;

/** The real application in a process of its own, with the routes and settings of the working folder. */
final class Application implements AutoCloseable {

    /** What the documentation recommends, and what the measured memory belongs to. */
    static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");

    static final Path LOG = Path.of("target/benchmark.log");

    private static final Duration IDLE = Duration.ofMillis(100); // of CPU time, a second

    private static final String TESTS = File.separator + "test-classes"; // their beans are none of the application's

    private final Process process;

    private Application(Process process) {
        this.process = process;
    }

    /** Starts all of it; it is back when the route works. */
    static Application start(Stores stores, int claim, int consumers) throws IOException {
        return start(
                stores, stores::hasWorker, "--almoner.queue.claim=" + claim, "--almoner.queue.consumers=" + consumers);
    }

    static Application start(Stores stores, Callable<Boolean> ready, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(Arrays.asList(System.getProperty("benchmark.jvm", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-cp", classPath(), Almoner.class.getName()));
        command.addAll(List.of(
                "--spring.datasource.url=" + stores.jdbcUrl(),
                "--spring.data.redis.url=" + stores.redisUrl(),
                "--server.port=0",
                "--management.server.port="));
        command.addAll(List.of(settings));
        var application = new Application(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start());
        Awaitility.await("the application, see " + LOG)
                .atMost(Duration.ofMinutes(2))
                .failFast("the application ended, see " + LOG, () -> !application.process.isAlive())
                .until(ready);
        return application;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits until what was warmed up is compiled too: nothing else to do keeps a core busy. */
    void settle() {
        var before = new AtomicReference<>(Duration.ZERO);
        Awaitility.await("the compiler")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> cpuTime().minus(before.getAndSet(cpuTime())).compareTo(IDLE) < 0);
    }

    private Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The most that it has had in memory so far, heap, code, threads and mapped files together, in MiB. */
    long peakMemory() throws IOException {
        try (var status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(TESTS))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
