package org.almoner.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A process that has nothing but the embedded stores; it says where they are, and runs until it is killed. */
final class EmbeddedStoresProcess {
    private final Process process;
    private final String jdbcUrl;
    private final String redisUrl;

    private EmbeddedStoresProcess(Process process) throws IOException {
        this.process = process;
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.jdbcUrl = nextUrl(out);
        this.redisUrl = nextUrl(out);
    }

    private static String nextUrl(BufferedReader out) throws IOException {
        var line = out.readLine();
        while (line != null && !line.startsWith("jdbc:") && !line.startsWith("redis:")) {
            line = out.readLine(); // the log
        }
        return String.valueOf(line);
    }

    static EmbeddedStoresProcess on(Path data) {
        try {
            return new EmbeddedStoresProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EmbeddedStoresProcess.class.getName(),
                            data.toString())
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    String redisUrl() {
        return redisUrl;
    }

    /** Kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        process.waitFor(20, TimeUnit.SECONDS);
        return process.exitValue();
    }

    public static void main(String[] arguments) throws IOException {
        var context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("arguments", Map.of("almoner.embedded.data", arguments[0])));
        new EmbeddedStores().initialize(context);
        System.out.println(context.getEnvironment().getProperty("spring.datasource.url"));
        System.out.println(context.getEnvironment().getProperty("spring.data.redis.url"));
        System.in.read();
    }
}
