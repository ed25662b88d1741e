package org.almoner.recurring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.MailRequest;
import org.springframework.stereotype.Component;

/** What staff and donors are told of the changes of recurring gifts. */
@Component
class ModificationNotes {

    private final Activities activities;
    private final ObjectMapper json;
    private final Clock clock;

    ModificationNotes(Activities activities, ObjectMapper json, Clock clock) {
        this.activities = activities;
        this.json = json;
        this.clock = clock;
    }

    /** @param subject in words that staff read */
    void add(Subscription gift, String type, String subject, Circumstances circumstances, Map<String, Object> more) {
        Map<String, Object> details = circumstances.details();
        details.putAll(more);
        activities.add(
                new Activity(gift.contactId(), type, subject, text(details), circumstances.at(clock), null, gift.id()));
    }

    /** @param change what the template speaks of */
    static MailRequest mail(String template, Subscription gift, String change) {
        return new MailRequest(
                template, gift.contactId(), Map.of("contribution_recur_id", gift.id(), "change", change));
    }

    private String text(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text, numbers and flags have a JSON form", e);
        }
    }
}
