package org.almoner.gateway.dlocal;

import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** Who paid, as far as dLocal says. */
record DLocalPayer(@Trimmed @Nullable String name, @Trimmed @Nullable String email) implements Personal {

    @Override
    public String toString() {
        return masked();
    }
}
