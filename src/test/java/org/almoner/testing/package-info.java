/** What tests share: one PostgreSQL, one Redis, and servers of their own for those that stop or kill them. */
@NullMarked
package org.almoner.testing;

import org.jspecify.annotations.NullMarked;
