package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.queue.InvalidMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of what people want by mail, between mocks. */
class MailingRoutesTest extends QueueRoutes {

    MailingRoutesTest() {
        super("unsubscribe", "opt-in", "lead-generation", "email-preferences", "verify-email", "new-checksum-link");
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("queue:mail");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        for (String name : List.of(
                "unsubscribeHandler",
                "optInHandler",
                "leadGenerationHandler",
                "emailPreferencesHandler",
                "verifiedEmailHandler",
                "checksumLinkRequestHandler")) {
            camel.getRegistry().bind(name, new Answering(name));
        }
        return camel;
    }

    @ParameterizedTest
    @CsvSource({
        "email-preferences, valid-full,   emailPreferencesHandler EmailPreferences",
        "new-checksum-link, valid-portal, checksumLinkRequestHandler ChecksumLinkRequest"
    })
    void askForMailOnce(String queue, String sample, String answer) throws Exception {
        var mail = getMockEndpoint("mock:queue:mail");
        mail.expectedBodiesReceived(answer);

        sendSample(queue, sample);
        sendSample(queue, sample);

        mail.assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({
        "unsubscribe,     valid,           unsubscribeHandler Unsubscribe,       unsubscribeHandler Unsubscribe",
        "opt-in,          valid-new-contact, optInHandler OptIn,                 optInHandler OptIn",
        "lead-generation, valid-new,       leadGenerationHandler LeadGeneration, LeadGeneration[…]",
        "verify-email,    valid,           verifiedEmailHandler VerifiedEmail,   VerifiedEmail[…]"
    })
    void endWithTheirHandler(String queue, String sample, String once, String again) throws Exception {
        getMockEndpoint("mock:queue:mail").expectedMessageCount(0);

        assertThat(sendSample(queue, sample).getMessage().getBody()).hasToString(once);
        assertThat(sendSample(queue, sample).getMessage().getBody()).hasToString(again);
        getMockEndpoint("mock:queue:mail").assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({
        "unsubscribe,       invalid-no-contribution",
        "opt-in,            invalid-no-email",
        "lead-generation,   invalid-no-email",
        "email-preferences, invalid-missing-email",
        "verify-email,      invalid-checksum-format",
        "new-checksum-link, invalid-no-identifier"
    })
    void refuseAMessageBeforeItsHandler(String queue, String sample) throws Exception {
        assertThat(sendSample(queue, sample).getException()).hasRootCauseInstanceOf(InvalidMessage.class);
    }

    /** Stands where a handler stands, and answers who it is and what it was given. */
    public record Answering(String name) {
        public String handle(Object message) {
            return name + " " + message.getClass().getSimpleName();
        }
    }
}
