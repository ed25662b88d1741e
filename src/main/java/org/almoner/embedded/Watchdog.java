package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A shell that outlives this process just long enough to stop one server, however this process ends. */
final class Watchdog implements AutoCloseable {
    // Its standard input is a pipe from this process: end of file means that we closed it, or died.
    // It watches the pid file, not only the pid: under a first process that reaps no children a dead server stays a
    // zombie.
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            while read -r _; do :; done
            read -r pid < "$1" || exit 0
            kill -s "$2" "$pid"
            for _ in $(seq 100); do
              [ -f "$1" ] && kill -0 "$pid" || exit 0
              sleep 0.1
            done
            kill -s KILL "$pid"
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(Path pidFile, String signal) {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT, "almoner-watchdog", pidFile.toString(), signal)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and returns when it is gone: within moments, after 10 s by force. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(12, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
