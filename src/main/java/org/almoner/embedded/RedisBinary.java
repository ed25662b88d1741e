package org.almoner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.RedisExecProvider;

/** Unpacks the Redis server for this platform, once per version. */
final class RedisBinary {
    private RedisBinary() {}

    static Path unpackedBelow(Path folder) {
        try {
            var binary = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
            if (!Files.exists(binary)) {
                Files.createDirectories(folder);
                var unpacked = RedisExecProvider.defaultProvider().get().toPath();
                var unfinished = Files.createTempFile(folder, "unpacking-", "");
                Files.copy(
                        unpacked, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Unpacked.move(unfinished, binary);
            }
            return binary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
