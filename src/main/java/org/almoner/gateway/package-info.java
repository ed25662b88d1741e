/** What gateways are asked. No gateway is connected yet: what asks one gets told so. */
@NullMarked
package org.almoner.gateway;

import org.jspecify.annotations.NullMarked;
