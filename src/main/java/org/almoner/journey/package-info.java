/** One payment's way through everything: what was told of it, what was done about it, and what became of it. */
@NullMarked
package org.almoner.journey;

import org.jspecify.annotations.NullMarked;
