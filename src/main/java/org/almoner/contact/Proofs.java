package org.almoner.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What proves that a message is from the contact that it names: the hash of the contact, or a checksum made of it. */
@Repository
public class Proofs {

    private final UnitOfWork unit;
    private final Clock clock;

    Proofs(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** By a checksum that has not expired. */
    public boolean isProven(long contactId, @Nullable String checksum) {
        return isChecksum(contactId, checksum, proof -> !proof.isExpired(clock.instant()));
    }

    /** By a checksum that may be of any age: enough for what a contact may do with an old mail. */
    public boolean wasProven(long contactId, @Nullable String checksum) {
        return isChecksum(contactId, checksum, proof -> true);
    }

    /** A new checksum for a link, unless there is no such contact. */
    public Optional<Checksum> checksum(long contactId, String life) {
        return hash(contactId).map(hash -> Checksum.make(contactId, hash, clock.instant(), life));
    }

    boolean isHash(long contactId, String told) {
        return hash(contactId)
                .filter(hash -> MessageDigest.isEqual(hash.getBytes(UTF_8), told.getBytes(UTF_8)))
                .isPresent();
    }

    private boolean isChecksum(long contactId, @Nullable String text, Predicate<Checksum> counts) {
        return text != null
                && Checksum.parse(text)
                        .filter(counts)
                        .flatMap(proof -> hash(contactId).filter(hash -> proof.isOf(contactId, hash)))
                        .isPresent();
    }

    /** Of the contact itself: it keeps its hash when it is merged into another one. */
    private Optional<String> hash(long contactId) {
        return unit.read("select hash from contact where id = ?", (row, n) -> row.getString(1), contactId).stream()
                .findFirst();
    }
}
