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

    /** One in which these folders of files are mounted as Kubernetes does it: each file is there twice, and linked to. */
    public static AlmonerFolder mounted(String... folders) {
        var folder = new AlmonerFolder(TestFolder.fresh());
        List.of(folders).forEach(folder::mount);
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

    /** A secret, as a file that is called like its setting. */
    public AlmonerFolder withSecret(String setting, String value) {
        try {
            Files.createDirectories(path.resolve("secrets"));
            Files.writeString(path.resolve("secrets").resolve(setting), value + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mount(String folder) {
        var mounted = path.resolve(folder);
        try (var files = Files.list(Path.of(folder))) {
            var version = Files.createDirectories(mounted.resolve("..2026_09_01"));
            Files.createSymbolicLink(mounted.resolve("..data"), version.getFileName());
            for (var file : files.toList()) {
                Files.copy(file, version.resolve(file.getFileName()));
                Files.createSymbolicLink(
                        mounted.resolve(file.getFileName()), Path.of("..data").resolve(file.getFileName()));
            }
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
