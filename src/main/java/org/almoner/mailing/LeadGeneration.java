package org.almoner.mailing;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.queue.Keyed;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Tidy;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.jspecify.annotations.Nullable;

/** Somebody left an address, in a banner or at a stand, because they want to hear from us. */
@JsonNaming(SnakeCaseStrategy.class)
public record LeadGeneration(
        @Trimmed(254) String email, @Tidy String leadgenSource, @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements Keyed, Personal {

    public LeadGeneration {
        Required.email("email", email);
        Required.text("leadgen_source", leadgenSource);
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }

    @Override
    public String toString() {
        return masked();
    }
}
