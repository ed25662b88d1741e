package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import org.almoner.queue.Delayed;

/** An expiry message that comes again later: it is too early to decide. */
record PutOff(@JsonValue TransactionMessage message, Duration delay) implements Consequence, Delayed {}
