package org.almoner.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on a free local port, with its data in {@code postgres/} of a folder, that stops with this process. */
public final class PostgresServer implements AutoCloseable {
    private static final String SIGNAL = "INT"; // PostgreSQL's "fast": breaks connections off, writes everything down

    private static final Duration START = Duration.ofSeconds(5);

    private final Path binaries;
    private final Path data;
    private final Path logFile;
    private final PidFile pidFile;
    private final boolean isNew;
    private final int port;
    private final List<String> settings;
    private @Nullable Watchdog watchdog;

    /** @param settings of PostgreSQL, as {@code name=value}, beside those that Almoner needs */
    public PostgresServer(Path folder, Path binaries, String... settings) {
        var absolute = folder.toAbsolutePath().normalize();
        this.binaries = PostgresBinaries.unpackedBelow(binaries.toAbsolutePath().normalize());
        this.data = absolute.resolve("postgres");
        this.logFile = absolute.resolve("postgres.log");
        this.pidFile = new PidFile(data.resolve("postmaster.pid"), "postgres");
        this.isNew = !Files.exists(data);
        this.port = FreePort.find();
        this.settings = List.of(settings);
    }

    /** Starts it and returns when it answers; a second start after a stop uses the same port and data. */
    public PostgresServer start() {
        pidFile.stopLeftover(SIGNAL);
        if (!Files.exists(data)) {
            initialize();
        }
        watchdog = Watchdog.over(pidFile.path(), SIGNAL);
        var start = command(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "-D",
                data.toString(),
                "-l",
                logFile.toString(),
                "-o",
                options());
        if (!Patience.of(START)
                .until(start::succeeds)) { // after a kill, children of the old one may need a moment to go
            close();
            throw start.failure("PostgreSQL did not start on " + data);
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

    /** Where its database {@code name} is to be reached, with the user in it. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=postgres";
    }

    /** The main process, while it runs. */
    public ProcessHandle process() {
        return pidFile.server().orElseThrow(() -> new IllegalStateException("PostgreSQL is not running on " + data));
    }

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
    }

    private void initialize() {
        var unfinished = data.resolveSibling("postgres.unfinished"); // a killed initdb leaves half a database
        try {
            Files.createDirectories(data.getParent());
            deleteTree(unfinished);
            var initdb = command(
                    "initdb",
                    "--auth=trust", // listens on 127.0.0.1 alone
                    "--username=postgres",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "-D",
                    unfinished.toString());
            if (!initdb.succeeds()) {
                throw initdb.failure("no PostgreSQL database could be made in " + data);
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command command(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (new UnixSystem().getUid() == 0) {
            words.addAll(List.of("unshare", "--user")); // PostgreSQL refuses to run as root
        }
        words.add(binaries.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return new Command(List.copyOf(words), logFile);
    }

    private String options() {
        var needed = Stream.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=", // a socket in /tmp would be shared with every other PostgreSQL
                "fsync=on",
                "synchronous_commit=on",
                "max_locks_per_transaction=256", // a claim locks what each of its messages names
                "timezone=UTC");
        return Stream.concat(needed, settings.stream())
                .map(setting -> "-c " + setting)
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (var path :
                        paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
