/** How likely each payment is a fraud, in sum and by filter. */
@NullMarked
package org.almoner.fraud;

import org.jspecify.annotations.NullMarked;
