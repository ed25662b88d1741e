/** What gateways have paid out to us, and taken back, for each donation. */
@NullMarked
package org.almoner.settlement;

import org.jspecify.annotations.NullMarked;
