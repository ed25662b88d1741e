package org.almoner.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The {@code source_*} fields that every pushed message carries, in place of those that it had. */
@Component
class SourceFields {

    private static final String NAME = "Almoner";

    private final SourceSettings settings;
    private final String version;
    private final ObjectMapper json;
    private final Clock clock;

    SourceFields(SourceSettings settings, Optional<BuildProperties> build, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.version = build.map(BuildProperties::getVersion).orElse("unknown");
        this.json = json;
        this.clock = clock;
    }

    /** @throws InvalidMessage when the message is no JSON object: no producer of ours makes such, but an operator may */
    byte[] stamp(byte[] message) {
        try {
            if (!(json.readTree(message) instanceof ObjectNode fields)) {
                throw new InvalidMessage("a follow-up is not a JSON object");
            }
            fields.put("source_name", NAME);
            fields.put("source_type", settings.type());
            fields.put("source_host", Host.name());
            fields.put("source_run_id", ProcessHandle.current().pid());
            fields.put("source_version", version);
            fields.put("source_enqueued_time", clock.instant().getEpochSecond());
            return json.writeValueAsBytes(fields);
        } catch (IOException | NumberFormatException e) {
            throw new InvalidMessage("a follow-up " + Diagnosis.reason(e));
        }
    }
}
