package org.almoner.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.almoner.wire.Personal;

/** A follow-up that asks for one mail to a contact, by whoever sends mail; its values are what the template needs. */
public record MailRequest(String template, @JsonProperty("contact_id") long contactId, Map<String, Object> values)
        implements Personal {

    @Override
    public String toString() {
        return masked();
    }
}
