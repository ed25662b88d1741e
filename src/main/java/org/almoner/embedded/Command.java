package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of a server that is run to its end, with what it says appended to a log file. */
record Command(List<String> words, Path logFile) {

    boolean succeeds() {
        try {
            return new ProcessBuilder(words)
                            // a pipe would stay open as long as the server that inherits it
                            .redirectOutput(Redirect.appendTo(logFile.toFile()))
                            .redirectError(Redirect.appendTo(logFile.toFile()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    IllegalStateException failure(String what) {
        return new IllegalStateException(what + ": " + lastWords(logFile) + " (" + logFile + ")");
    }

    private static String lastWords(Path logFile) {
        try {
            var lines = Files.readAllLines(logFile, StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.contains("FATAL") || line.contains("error:") || line.contains("# "))
                    .reduce((first, last) -> last)
                    .orElse(lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1));
        } catch (IOException e) {
            return "no log";
        }
    }
}
