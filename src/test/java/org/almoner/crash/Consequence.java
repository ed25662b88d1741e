package org.almoner.crash;

/** The follow-up of a {@link Work} that was done, on the queue {@code consequence}. */
record Consequence(String id) {}
