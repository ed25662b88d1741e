package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;

/** An expired payment whose gateway has to say first what became of the order. */
record OrderWanted(@JsonValue TransactionMessage message) implements Consequence {}
