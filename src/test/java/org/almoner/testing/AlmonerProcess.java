package org.almoner.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.almoner.Almoner;
import org.awaitility.Awaitility;

/** The whole application as a process of its own. */
public final class AlmonerProcess implements AutoCloseable {
    private static final String TESTS = File.separator + "test-classes"; // their beans are none of the application's
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;

    private AlmonerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it in the folder. Returns at once. */
    public static AlmonerProcess boot(AlmonerFolder folder, String jdbcUrl, String redisUrl, String... settings) {
        var all = new ArrayList<>(List.of("--spring.datasource.url=" + jdbcUrl, "--spring.data.redis.url=" + redisUrl));
        all.addAll(List.of(settings));
        return boot(folder, all);
    }

    /** One that only listens, and knows no database. */
    public static AlmonerProcess bootListener(AlmonerFolder folder, String redisUrl, String... settings) {
        var all = new ArrayList<>(List.of("--spring.profiles.active=listener", "--spring.data.redis.url=" + redisUrl));
        all.addAll(List.of(settings));
        return boot(folder, all);
    }

    private static AlmonerProcess boot(AlmonerFolder folder, List<String> settings) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m")); // it lives for seconds
        words.addAll(List.of("-cp", classPath(), Almoner.class.getName()));
        words.addAll(List.of("--server.port=0", "--management.server.port="));
        words.addAll(settings);
        var log = folder.path().resolve("almoner.log");
        try {
            return new AlmonerProcess(
                    new ProcessBuilder(words)
                            .directory(folder.path().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AlmonerProcess awaitStarted() {
        Awaitility.await("Almoner, see " + log)
                .atMost(Duration.ofMinutes(1))
                .failFast("Almoner ended, see " + log, () -> !process.isAlive())
                .until(() -> log().stream().anyMatch(line -> line.contains("Started Almoner in")));
        return this;
    }

    /** The HTTP status of a health group: 200 when it is up, 503 when it is down. */
    public int health(String group) {
        return send("/actuator/health/" + group, request -> request).statusCode();
    }

    /** What it answers. */
    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        var uri = URI.create("http://localhost:" + port() + path);
        try {
            return http.send(request.apply(HttpRequest.newBuilder(uri)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exit code of one that ends by itself. */
    public int exitCode() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("Almoner still runs, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** What it has logged so far, line by line. */
    public List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has a port to be asked at. */
    public boolean isUp() {
        return log().stream().anyMatch(line -> PORT.matcher(line).find());
    }

    public String port() {
        return log().stream()
                .map(PORT::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(TESTS))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
