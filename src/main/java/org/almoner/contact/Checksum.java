package org.almoner.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almoner.wire.Personal;

/**
 * What a link carries to prove whose it is, {@code <md5>_<seconds>_<hours or inf>}: only who knows the hash of the contact
 * can make one, and it lives for so many hours.
 */
public record Checksum(String digest, String madeAt, String life) implements Personal {

    /** It never expires. */
    public static final String FOREVER = "inf";

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})_([0-9]{1,12})_([0-9]{1,6}|inf)");

    /** Nothing of what is no checksum at all. */
    public static Optional<Checksum> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Checksum(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** @param life in hours, or {@link #FOREVER} */
    public static Checksum make(long contactId, String contactHash, Instant now, String life) {
        String madeAt = Long.toString(now.getEpochSecond());
        return new Checksum(digest(contactId, contactHash, madeAt, life), madeAt, life);
    }

    public boolean isOf(long contactId, String contactHash) {
        return MessageDigest.isEqual( // takes as long for a good guess as for a bad one
                digest.getBytes(UTF_8),
                digest(contactId, contactHash, madeAt, life).getBytes(UTF_8));
    }

    public boolean isExpired(Instant now) {
        return !life.equals(FOREVER)
                && Instant.ofEpochSecond(Long.parseLong(madeAt))
                        .plus(Duration.ofHours(Long.parseLong(life)))
                        .isBefore(now);
    }

    /** As it stands in a link. */
    public String text() {
        return String.join("_", digest, madeAt, life);
    }

    private static String digest(long contactId, String contactHash, String madeAt, String life) {
        String content = String.join("_", contactHash, Long.toString(contactId), madeAt, life);
        return HexFormat.of().formatHex(md5().digest(content.getBytes(UTF_8)));
    }

    /** What the makers of links use; it is the secret hash that makes them hard to guess. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
