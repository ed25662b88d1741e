/** Gravy: an orchestrator, behind which other gateways take the money; what it says unasked is only a hint. */
@NullMarked
package org.almoner.gateway.gravy;

import org.jspecify.annotations.NullMarked;
