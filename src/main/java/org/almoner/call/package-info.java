/** Asks gateways what units of work have intended, outside of any, and has the answers told to whoever wanted them. */
@NullMarked
package org.almoner.call;

import org.jspecify.annotations.NullMarked;
