package org.almoner.journey;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a payment.
 *
 * @param at nothing where the row does not say when
 * @param kind of step: notification, message, row, call, follow-up or decision
 * @param what in the words of its table
 * @param detail JSON; never personal data
 */
record Step(@Nullable Instant at, String kind, String what, @JsonRawValue String detail) {}
