package org.almoner.queue;

/** A claim that has a receipt. */
public record CommittedClaim(String queue, String id) {}
