/** What payment services could not handle, archived with what is known of its payment, for whoever has to decide on it. */
@NullMarked
package org.almoner.deadletter;

import org.jspecify.annotations.NullMarked;
