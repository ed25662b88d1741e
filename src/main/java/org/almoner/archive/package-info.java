/** Payments that ended long ago: moved, as they are, to where nobody has to get past them. */
@NullMarked
package org.almoner.archive;

import org.jspecify.annotations.NullMarked;
