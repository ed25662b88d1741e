package org.almoner.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;

/** A process of its own that works the queues of the crash tests, until it is told to die or dies by itself. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private boolean booted;

    private WorkerProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it, with its routes stopped. Returns at once. */
    static WorkerProcess boot(Stores stores, Breakage breakage, String... settings) {
        return boot(FastStart.OPTIONS, stores, breakage, settings);
    }

    static WorkerProcess boot(List<String> options, Stores stores, Breakage breakage, String... settings) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of(
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "-Xmx192m",
                WorkerMain.class.getName(),
                breakage.name(),
                "--spring.config.additional-location=file:src/test/resources/crash/worker.yaml",
                "--spring.datasource.url=" + stores.jdbcUrl(),
                "--spring.data.redis.url=" + stores.redisUrl()));
        words.addAll(List.of(settings));
        try {
            return new WorkerProcess(
                    new ProcessBuilder(words).redirectError(newLog()).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File newLog() throws IOException {
        return Files.createTempFile(Files.createDirectories(FastStart.FOLDER), "worker-", ".log")
                .toFile();
    }

    WorkerProcess arm(BreakingPoint point) {
        return order("arm " + point.fullName());
    }

    /** Has it stop itself there, by SIGSTOP. */
    WorkerProcess freezeAt(BreakingPoint point) {
        return order("freeze " + point.fullName());
    }

    boolean isFrozen() {
        try {
            var ps = new ProcessBuilder("ps", "-o", "state=", "-p", String.valueOf(pid())).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).startsWith("T");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts its routes. */
    WorkerProcess start() {
        return order("start");
    }

    /** Stops its routes. */
    WorkerProcess stop() {
        return order("stop");
    }

    WorkerProcess requeue() {
        return order("requeue");
    }

    /** Gives an order that it may not survive. */
    void say(String order) {
        orders.println(order);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(20));
    }

    void awaitBlownFuse() {
        int code = exitCode(Duration.ofSeconds(30));
        if (code != Fuse.EXIT_CODE) {
            throw new AssertionError("worker %d ended with %d, not at its crash point".formatted(pid(), code));
        }
    }

    int exitCode(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("worker " + pid() + " still lives after " + within);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private WorkerProcess order(String order) {
        awaitBooted();
        say(order);
        expect("done");
        return this;
    }

    WorkerProcess awaitBooted() {
        if (!booted) {
            expect("ready");
            booted = true;
        }
        return this;
    }

    private void expect(String answer) {
        try {
            String said = answers.readLine();
            if (!answer.equals(said)) {
                throw new AssertionError("worker %d said %s, not %s".formatted(pid(), said, answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
