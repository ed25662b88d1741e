/** Donations that gateways have confirmed, and the contributions that are kept of them. */
@NullMarked
package org.almoner.donation;

import org.jspecify.annotations.NullMarked;
