package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder with the data of the embedded stores, which belongs to one process at a time. */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

    /** Takes it, or says who has it; the lock goes with the process, also on kill -9. */
    static DataFolder take(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var lock = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isOurs(lock)) {
                throw new IllegalStateException("the data folder " + path + " is in use by process " + read(lock)
                        + "; stop that, or set almoner.embedded.data to another folder");
            }
            lock.truncate(0)
                    .write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path + " cannot be used", e);
        }
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another application context of this process has it
        }
    }

    private static String read(FileChannel lock) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        lock.read(bytes, 0);
        return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    }
}
