package org.almoner.transaction;

import java.time.Instant;

/**
 * A payment that expired just now.
 *
 * @param transaction after the event that says so
 * @param dueAt when its expiry message arrives
 */
public record Expired(Transaction transaction, Instant dueAt) {}
