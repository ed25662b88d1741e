/**
 * Money that went back: what becomes of the donation, of our books, and of the recurring gift that it belonged to.
 *
 * <p>Read {@code RefundHandler} first.
 */
@NullMarked
package org.almoner.refund;

import org.jspecify.annotations.NullMarked;
