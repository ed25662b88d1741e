/** PayPal: its old and its new notifications, the job that every old one is, and how it is asked. */
@NullMarked
package org.almoner.gateway.paypal;

import org.jspecify.annotations.NullMarked;
