package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of what becomes of a donation later, between mocks. */
class CorrectionRoutesTest extends QueueRoutes {

    CorrectionRoutesTest() {
        super("refund", "donations-modify", "settle", "payment-attempts");
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("queue:recurring");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        for (String name :
                new String[] {"refundHandler", "failedDonationHandler", "settledHandler", "paymentAttemptHandler"}) {
            camel.getRegistry().bind(name, new Answering(name));
        }
        return camel;
    }

    @ParameterizedTest
    @CsvSource({
        "refund,           valid-chargeback-recurring, 'refundHandler Refund'",
        "donations-modify, valid-cancel-retryable,     'failedDonationHandler FailedDonation'",
    })
    void handOnOnceWhatTheHandlerAnswers(String queue, String sample, String answer) throws Exception {
        var recurring = getMockEndpoint("mock:queue:recurring");
        recurring.expectedBodiesReceived(Map.of("answer", answer));

        sendSample(queue, sample);
        sendSample(queue, sample);

        recurring.assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({
        "settle,           valid-usd,     'settledHandler Settled'",
        "payment-attempts, valid-attempt, 'paymentAttemptHandler PaymentAttempt'",
    })
    void endWithTheirHandler(String queue, String sample, String answer) throws Exception {
        getMockEndpoint("mock:queue:recurring").expectedMessageCount(0);

        var exchange = sendSample(queue, sample);

        assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("answer", answer));
        getMockEndpoint("mock:queue:recurring").assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({
        "refund,           invalid-missing-gross-currency",
        "settle,           invalid-no-contribution",
        "payment-attempts, invalid-no-order",
    })
    void refuseAMessageBeforeItsHandler(String queue, String sample) throws Exception {
        var refused = sendSample(queue, sample);

        assertThat(refused.getException()).hasRootCauseInstanceOf(InvalidMessage.class);
    }

    /** Stands where a handler stands, and answers who it is and what it was given. */
    public record Answering(String name) {
        public Map<String, String> handle(Object message) {
            return Map.of("answer", name + " " + message.getClass().getSimpleName());
        }
    }
}
