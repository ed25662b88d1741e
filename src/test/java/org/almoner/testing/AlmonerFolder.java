package org.almoner.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A folder to start Almoner in, with copies of the routes and settings that a test may edit. */
public record AlmonerFolder(Path path) {

    public static AlmonerFolder fresh() {
        var folder = new AlmonerFolder(TestFolder.fresh());
        List.of("routes", "config").forEach(folder::copy);
        return folder;
    }

    public void edit(String file, UnaryOperator<String> change) {
        try {
            Files.writeString(path.resolve(file), change.apply(Files.readString(path.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file of a queue's route, over the one that is there. */
    public void write(String queue, String route) {
        try {
            Files.writeString(path.resolve("routes/queues/" + queue + ".camel.yaml"), route);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String tree) {
        try (var files = Files.walk(Path.of(tree))) {
            for (var file : files.toList()) {
                Files.copy(file, path.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
