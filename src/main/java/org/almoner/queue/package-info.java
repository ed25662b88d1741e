/**
 * The machine: takes messages from Redis lists to PostgreSQL, exactly once in effect. It knows no donation.
 *
 * <p>Read {@code QueueConsumer} (a worker's loop), {@code ClaimWork} (one claim, one unit of work) and {@code Relay}
 * (what goes back to Redis), in this order.
 */
@NullMarked
package org.almoner.queue;

import org.jspecify.annotations.NullMarked;
