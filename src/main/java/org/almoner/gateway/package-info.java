/** What gateways tell us, what they are asked, and what follows; each gateway is a package below. */
@NullMarked
package org.almoner.gateway;

import org.jspecify.annotations.NullMarked;
