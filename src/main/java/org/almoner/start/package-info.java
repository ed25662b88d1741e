/** What happens until the application is up, and what it says when it does not get there. */
@NullMarked
package org.almoner.start;

import org.jspecify.annotations.NullMarked;
