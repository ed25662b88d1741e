package org.almoner.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives what was unpacked its final name in one step, so that no half of it is ever run. */
final class Unpacked {
    private Unpacked() {}

    static void move(Path finished, Path target) throws IOException {
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(target)) { // otherwise another process was faster, with the same content
                throw e;
            }
        }
    }
}
