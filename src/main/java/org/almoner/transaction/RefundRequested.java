package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;

/** An expired payment whose money has to go back: its event says so. */
record RefundRequested(@JsonValue TransactionMessage message) implements Consequence {}
