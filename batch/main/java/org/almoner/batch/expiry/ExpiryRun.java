package org.almoner.batch.expiry;

import java.time.Duration;
import java.time.Instant;

/**
 * A run as it was planned when it first began: whoever goes on with it keeps to this.
 *
 * @param tick of the schedule, its identity
 * @param from payments created from then on, itself included
 * @param until payments created until then, itself included
 * @param found how many there were
 */
record ExpiryRun(
        Instant tick, Instant startedAt, Instant from, Instant until, Instant deadline, Duration spread, long found) {}
