/** How caretakers are run: one at a time by a lease, once for each tick of their schedule, and on from where one was killed. */
@NullMarked
package org.almoner.batch.run;

import org.jspecify.annotations.NullMarked;
