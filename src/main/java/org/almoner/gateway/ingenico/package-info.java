/** Ingenico, today Worldline Connect: cards by its hosted checkout, and its tokens for recurring gifts. */
@NullMarked
package org.almoner.gateway.ingenico;

import org.jspecify.annotations.NullMarked;
