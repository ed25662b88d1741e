package org.almoner.embedded;

import org.springframework.util.ClassUtils;

/** The libraries with the servers, which a container image leaves out. */
final class Libraries {
    private Libraries() {}

    static void require(String className, String store, String setting) {
        if (!ClassUtils.isPresent(className, null)) {
            throw new IllegalStateException(
                    "no " + store + " is configured and none comes with this build: set " + setting);
        }
    }
}
