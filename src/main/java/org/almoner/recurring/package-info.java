/**
 * Gifts that repeat: how one begins, is paid, fails, is changed, and ends.
 *
 * <p>Read {@code Subscription} first (what is known of one), then {@code Subscriptions} (how it is found and begun).
 */
@NullMarked
package org.almoner.recurring;

import org.jspecify.annotations.NullMarked;
