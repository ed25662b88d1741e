/** Payments that nobody came back from: what their gateway says of them, and what is to be done with them. */
@NullMarked
package org.almoner.orphan;

import org.jspecify.annotations.NullMarked;
