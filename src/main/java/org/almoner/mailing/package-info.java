/** What people want to get from us by mail, and what they told us of themselves to that end. */
@NullMarked
package org.almoner.mailing;

import org.jspecify.annotations.NullMarked;
