/** What led a donor to a donation form: banner, landing page, campaign, device; and the contribution that came of it. */
@NullMarked
package org.almoner.tracking;

import org.jspecify.annotations.NullMarked;
