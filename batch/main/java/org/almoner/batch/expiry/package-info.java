/** What becomes of payments that nobody brought to an end: they expire, and their expiry messages are spread over time. */
@NullMarked
package org.almoner.batch.expiry;

import org.jspecify.annotations.NullMarked;
