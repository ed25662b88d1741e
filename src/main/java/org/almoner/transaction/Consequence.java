package org.almoner.transaction;

/** What an expiry message leads to, if it leads to anything; the route knows which queue each kind goes to. */
sealed interface Consequence permits RefundRequested, DeadLettered, PutOff, OrderWanted {}
