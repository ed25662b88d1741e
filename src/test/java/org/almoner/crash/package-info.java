/**
 * The proof that nothing is lost and nothing is done twice: worker processes are killed, frozen and cut off from their
 * stores, and a judge, who shares no code with the machine, reads in PostgreSQL and Redis what has become of each message.
 */
@NullMarked
package org.almoner.crash;

import org.jspecify.annotations.NullMarked;
