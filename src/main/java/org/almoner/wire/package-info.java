/**
 * The forms in which producers write text, numbers, times and flags, and what a message may not lack.
 *
 * <p>Records name the form of each component by an annotation; handlers and stores see Java types only.
 */
@NullMarked
package org.almoner.wire;

import org.jspecify.annotations.NullMarked;
