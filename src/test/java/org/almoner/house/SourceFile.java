package org.almoner.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as text, for rules about what the compiler forgets. */
record SourceFile(Path path, String text) {

    static List<SourceFile> java() {
        return Stream.of("src/main/java", "batch/main/java")
                .flatMap(root -> files(root, ".java"))
                .toList();
    }

    static List<SourceFile> migrations() {
        return files("src/main/resources/db/migration", ".sql").toList();
    }

    boolean isIn(String packageName) {
        return path.toString().contains("/" + packageName.replace('.', '/') + "/");
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    private static Stream<SourceFile> files(String root, String suffix) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .map(SourceFile::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
