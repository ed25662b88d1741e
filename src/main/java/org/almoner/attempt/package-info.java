/** Attempts to pay, as a service that watches for fraud tells of them. */
@NullMarked
package org.almoner.attempt;

import org.jspecify.annotations.NullMarked;
