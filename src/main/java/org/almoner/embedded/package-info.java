/** The PostgreSQL and the Redis that come along when none is configured. */
@NullMarked
package org.almoner.embedded;

import org.jspecify.annotations.NullMarked;
