package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server says which process it is. */
record PidFile(Path path, String program) {
    private static final Logger log = LoggerFactory.getLogger(PidFile.class);

    /** The running server, or nothing when the file is absent or was left by one that is gone. */
    Optional<ProcessHandle> server() {
        return process().filter(this::isServer);
    }

    /** Stops what an earlier run left behind, so that the data has one server only. */
    void stopLeftover(String signal) {
        var leftover = server();
        if (leftover.isPresent()) {
            log.info(
                    "stopping the {} (pid {}) that an earlier run left behind",
                    program,
                    leftover.get().pid());
            Watchdog.over(path, signal).close();
        } else if (process().isPresent()) {
            delete(); // the pid belongs to somebody else now; the server would take that for itself and refuse to start
        }
    }

    private Optional<ProcessHandle> process() {
        try {
            var firstLine = Files.readString(path).lines().findFirst().orElse("");
            return firstLine.isBlank() ? Optional.empty() : ProcessHandle.of(Long.parseLong(firstLine.strip()));
        } catch (IOException e) {
            return Optional.empty(); // there is none
        }
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains(program))
                .isPresent();
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
