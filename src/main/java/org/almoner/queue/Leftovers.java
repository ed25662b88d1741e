package org.almoner.queue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What stays of messages that were dealt with: keys, receipts, dead letters. Caretakers purge it by age. */
@Component
public class Leftovers {

    private final UnitOfWork unit;
    private final Claims claims;
    private final Clock clock;

    Leftovers(UnitOfWork unit, Claims claims, Clock clock) {
        this.unit = unit;
        this.claims = claims;
        this.clock = clock;
    }

    public void deleteKeys(List<String> keys) {
        unit.write("delete from handled_message where message_key = any (?)", (Object) keys.toArray(String[]::new));
    }

    /** But those of claims that are still in Redis, however old: without its receipt such a claim would be handled again. */
    public void deleteReceipts(List<CommittedClaim> committed) {
        committed.stream()
                .collect(groupingBy(CommittedClaim::queue, mapping(CommittedClaim::id, toSet())))
                .forEach(this::deleteReceipts);
    }

    /**
     * Takes the content from dead letters and leaves their shell: the same bytes, should they come again, are kept anew.
     *
     * @param before those that failed since are spared, and so are those that will be tried again
     */
    public void emptyDeadLetters(Collection<Long> ids, Instant before) {
        unit.write(
                """
                update dead_letter set body = '', trace = '', purged_at = ?
                where id = any (?::bigint[]) and failed_at < ? and retry_at is null and purged_at is null
                """,
                clock.instant(),
                ids.stream().map(String::valueOf).toArray(String[]::new),
                before);
    }

    private void deleteReceipts(String queue, Set<String> ids) {
        ids.removeAll(claims.ids(new Keys(queue)));
        unit.write("delete from claim_receipt where claim_id = any (?)", (Object) ids.toArray(String[]::new));
    }
}
