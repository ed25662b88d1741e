/**
 * The people: who they are, how they are reached, what they consented to, and what happened with them.
 *
 * <p>Every message that tells of a person goes through {@link org.almoner.contact.Contacts}, which finds the one that is
 * meant or adds a new one.
 */
@NullMarked
package org.almoner.contact;

import org.jspecify.annotations.NullMarked;
