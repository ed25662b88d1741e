package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;

/** An expired payment that somebody has to look at; the message says why. */
record DeadLettered(@JsonValue TransactionMessage message) implements Consequence {}
