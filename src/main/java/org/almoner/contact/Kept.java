package org.almoner.contact;

import org.jspecify.annotations.Nullable;

/**
 * Which contact a message turned out to be about.
 *
 * @param referralId another contact that the message named without proof: who passed a link on, perhaps
 */
public record Kept(long contactId, boolean isNew, @Nullable Long referralId) {}
