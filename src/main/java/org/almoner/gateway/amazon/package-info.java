/** Amazon Pay: what it tells by way of SNS, what is done about it, and how it is asked. */
@NullMarked
package org.almoner.gateway.amazon;

import org.jspecify.annotations.NullMarked;
