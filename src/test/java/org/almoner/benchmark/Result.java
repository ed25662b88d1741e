package org.almoner.benchmark;

/**
 * How fast a run was, and what each message cost.
 *
 * @param program CPU time per message of what moved them, in µs
 * @param database CPU time per message of PostgreSQL, in µs; on a busy machine the costs still tell, the speed does not
 */
record Result(double perSecond, double program, double database) {}
