/** Payments that were begun, what their front end says became of them, and which of them are still pending. */
@NullMarked
package org.almoner.pending;

import org.jspecify.annotations.NullMarked;
