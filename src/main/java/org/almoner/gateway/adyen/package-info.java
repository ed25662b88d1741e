/** Adyen: what it tells us, what we ask of it, and the work that follows. */
@NullMarked
package org.almoner.gateway.adyen;

import org.jspecify.annotations.NullMarked;
