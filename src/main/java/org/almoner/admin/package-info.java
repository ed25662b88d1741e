/** How operators start and stop what consumes: commands are kept in PostgreSQL, and every process obeys the newest one. */
@NullMarked
package org.almoner.admin;

import org.jspecify.annotations.NullMarked;
