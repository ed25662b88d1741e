/**
 * Amazon Pay: what it tells by way of SNS, what is done about it, and how it is asked.
 *
 * <p>An authorisation that ran out of time is tried again, once for each permission of a donor, as a new charge that is captured
 * at once. Version 2 of the API has no day of time to give it, as the older one had: it grants more time only to charges that are
 * not captured at once. The new charge carries the order of its permission; a reference of its own is for recurring ones. What
 * a donor permitted once is closed after its capture; that Amazon closes it by itself when all of it is captured is no failure.
 */
@NullMarked
package org.almoner.gateway.amazon;

import org.jspecify.annotations.NullMarked;
