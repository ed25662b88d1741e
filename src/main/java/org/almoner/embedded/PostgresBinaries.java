package org.almoner.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs for this platform, once per version. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static Path unpackedBelow(Path folder) {
        try {
            var archive = archive();
            var home = folder.resolve("postgres-" + checksum(archive));
            if (!Files.exists(home)) {
                Files.createDirectories(folder);
                var unfinished = Files.createTempDirectory(folder, "unpacking-");
                unpack(archive, unfinished);
                Unpacked.move(unfinished, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        var architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            return archive.readAllBytes();
        }
    }

    private static String checksum(byte[] archive) {
        var checksum = new CRC32();
        checksum.update(archive);
        return Long.toHexString(checksum.getValue());
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, home.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
