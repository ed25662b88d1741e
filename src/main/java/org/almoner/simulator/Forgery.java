package org.almoner.simulator;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** In which way a notification is not what it says it is; one that is forged in no way is honest. */
public enum Forgery {
    NONE,
    WRONG_KEY,
    UNSIGNED,
    /** The body ends in the middle. */
    TRUNCATED,
    /** Something was changed after it was signed. */
    ALTERED,
    /** Signed two hours ago. */
    OLD,
    /** Signed in two hours. */
    EARLY;

    private static final Duration LONG = Duration.ofHours(2);

    byte[] key(byte[] right) {
        var wrong = right.clone();
        wrong[0] ^= 1;
        return this == WRONG_KEY ? wrong : right;
    }

    PrivateKey key(PrivateKey right, PrivateKey wrong) {
        return this == WRONG_KEY ? wrong : right;
    }

    String password(String right) {
        return this == WRONG_KEY ? right + "1" : right;
    }

    String seal(String signature) {
        return this == UNSIGNED ? "" : signature;
    }

    Instant time(Instant now) {
        return switch (this) {
            case OLD -> now.minus(LONG);
            case EARLY -> now.plus(LONG);
            default -> now;
        };
    }

    Notification forge(Notification notification) {
        var body = notification.body();
        return switch (this) {
            case TRUNCATED -> notification.with(Arrays.copyOf(body, body.length / 2));
            case ALTERED -> notification.with(altered(body));
            default -> notification;
        };
    }

    /** The first digit is another one: of an id, an amount or a date. */
    private static byte[] altered(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.replaceFirst("[0-8]", "9").getBytes(StandardCharsets.UTF_8);
    }
}
