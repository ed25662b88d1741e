/** Amounts in their currencies, and what they are worth in the currency of the reports. */
@NullMarked
package org.almoner.money;

import org.jspecify.annotations.NullMarked;
