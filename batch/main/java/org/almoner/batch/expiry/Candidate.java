package org.almoner.batch.expiry;

import java.time.Instant;

/**
 * A payment that may expire, as the view shows it.
 *
 * @param number its place in the run, from 0
 */
record Candidate(String transactionId, Instant createdAt, long number) {}
