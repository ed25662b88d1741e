/**
 * Payments whose story is told by events: each event is kept once, where the payment stands is what the events add up to,
 * and what becomes of a payment that stood still for too long is decided here.
 */
@NullMarked
package org.almoner.transaction;

import org.jspecify.annotations.NullMarked;
