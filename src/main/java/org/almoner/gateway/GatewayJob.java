package org.almoner.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Text;

/**
 * Work that a gateway's notification, or an audit, has left.
 *
 * @param name a PHP class, without the leading backslash that some producers write: looked up in a table, never loaded
 */
public record GatewayJob(@JsonProperty("class") @Text String name, ObjectNode payload) implements Keyed, Personal {

    public GatewayJob {
        Required.text("class", name);
        if (payload == null) {
            throw new InvalidMessage("payload is missing");
        }
        name = name.startsWith("\\") ? name.substring(1) : name;
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
