package org.almoner.crash;

import org.jspecify.annotations.Nullable;

/**
 * A message on the queue {@code work}.
 *
 * @param after id of the message that must have been handled before
 */
record Work(String id, Fate fate, @Nullable String after) {}
