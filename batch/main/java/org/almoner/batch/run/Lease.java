package org.almoner.batch.run;

/** The right to run a job. Another one of a higher epoch ends it, whether its holder has noticed or not. */
record Lease(String name, long epoch) {}
