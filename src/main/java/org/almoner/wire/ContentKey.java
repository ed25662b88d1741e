package org.almoner.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** The message key of messages that are the same only when they say the same. */
public final class ContentKey {

    private ContentKey() {}

    /** A digest, because a key is kept longer than it is needed and must not tell who the donor is. */
    public static String of(Record message) {
        return UUID.nameUUIDFromBytes(message.toString().getBytes(UTF_8)).toString();
    }
}
