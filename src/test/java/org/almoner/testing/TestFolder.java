package org.almoner.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders below {@code target/} that no earlier run has used. */
final class TestFolder {
    static final Path BINARIES = Path.of("target/binaries"); // unpacked once for all tests

    private TestFolder() {}

    static Path fresh() {
        try {
            var parent = Files.createDirectories(Path.of("target/stores"));
            return Files.createTempDirectory(parent, "").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
