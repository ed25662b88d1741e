package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Redis on a free local port, with its data in {@code redis/} of a folder, that stops with this process. */
public final class RedisServer implements AutoCloseable {
    private static final String SIGNAL = "TERM";
    private static final Duration UNTIL_IT_RUNS = Duration.ofSeconds(5);
    private static final Duration UNTIL_IT_HAS_LOADED = Duration.ofMinutes(2);

    private final Path binary;
    private final Path data;
    private final Path logFile;
    private final PidFile pidFile;
    private final boolean isNew;
    private final int port;
    private @Nullable Watchdog watchdog;

    public RedisServer(Path folder, Path binaries) {
        var absolute = folder.toAbsolutePath().normalize();
        this.binary = RedisBinary.unpackedBelow(binaries.toAbsolutePath().normalize());
        this.data = absolute.resolve("redis");
        this.logFile = absolute.resolve("redis.log");
        this.pidFile = new PidFile(data.resolve("redis.pid"), "redis-server");
        this.isNew = !Files.exists(data);
        this.port = FreePort.find();
    }

    /** Starts it and returns when its data is loaded; a second start after a stop uses the same port and data. */
    public RedisServer start() {
        pidFile.stopLeftover(SIGNAL);
        createFolder();
        watchdog = Watchdog.over(pidFile.path(), SIGNAL);
        var command = command();
        if (!command.succeeds() || !answers()) {
            close();
            throw command.failure("Redis did not start on " + data);
        }
        return this;
    }

    public boolean isNew() {
        return isNew;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The server process, while it runs. */
    public ProcessHandle process() {
        return pidFile.server().orElseThrow(() -> new IllegalStateException("Redis is not running on " + data));
    }

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
    }

    private Command command() {
        return new Command(
                List.of(
                        binary.toString(),
                        "--port " + port,
                        "--bind 127.0.0.1",
                        "--dir",
                        data.toString(),
                        "--pidfile",
                        pidFile.path().toString(),
                        "--logfile",
                        logFile.toString(),
                        "--daemonize yes", // a session of its own: Ctrl-C is for us, not for the server
                        "--appendonly yes",
                        "--appendfsync everysec",
                        "--save",
                        "",
                        "--maxmemory-policy noeviction",
                        "--proto-max-bulk-len 64mb"), // no message may be larger than the memory of its consumer
                logFile);
    }

    private boolean answers() {
        return Patience.of(UNTIL_IT_RUNS).until(() -> pidFile.server().isPresent())
                && Patience.of(UNTIL_IT_HAS_LOADED).until(() -> pidFile.server().isEmpty() || saysPong())
                && pidFile.server().isPresent();
    }

    private boolean saysPong() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
