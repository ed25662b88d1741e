/** Braintree: PayPal's and Venmo's wallets, and subscriptions that it charges itself. */
@NullMarked
package org.almoner.gateway.braintree;

import org.jspecify.annotations.NullMarked;
