/** What gateways told our listeners: kept as evidence, verified once more, and read for what is new in it. */
@NullMarked
package org.almoner.notification;

import org.jspecify.annotations.NullMarked;
