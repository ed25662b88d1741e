package org.almoner.simulator;

import org.jspecify.annotations.Nullable;

/** What became of a call: what it did, and the payment as it is afterwards, if there is one. */
record Outcome(Effect effect, @Nullable Payment payment) {}
