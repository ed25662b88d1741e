package org.almoner.queue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** One message, as the bytes that a producer pushed. */
final class Message {

    /** What Java puts where bytes are not UTF-8; a producer may also have meant it. */
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] bytes;
    private @Nullable String text;

    Message(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** @throws InvalidMessage when the bytes are not UTF-8 */
    String text() {
        if (text == null) {
            text = decode();
        }
        return text;
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String decode() {
        String decoded = new String(bytes, StandardCharsets.UTF_8); // many times faster than a decoder that objects
        return decoded.indexOf(REPLACEMENT) < 0 ? decoded : decodeStrictly();
    }

    private String decodeStrictly() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidMessage("is not UTF-8 text");
        }
    }
}
