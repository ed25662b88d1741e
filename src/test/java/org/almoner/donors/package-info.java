/** Many messages of many donors, across all their queues: what is left must not depend on how they came. */
@NullMarked
package org.almoner.donors;

import org.jspecify.annotations.NullMarked;
