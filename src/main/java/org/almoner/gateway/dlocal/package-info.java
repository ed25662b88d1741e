/** dLocal: cards, transfers and wallets of Latin America, Africa and Asia. */
@NullMarked
package org.almoner.gateway.dlocal;

import org.jspecify.annotations.NullMarked;
