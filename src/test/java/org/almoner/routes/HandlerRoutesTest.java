package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.queue.InvalidMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRoutesTest extends QueueRoutes {

    private static final List<String> HANDLERS = List.of(
            "pendingPaymentHandler", "paymentOutcomeHandler", "fraudCheckHandler", "contributionTrackingHandler");

    HandlerRoutesTest() {
        super("pending", "payments-init", "payments-antifraud", "contribution-tracking");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        HANDLERS.forEach(name -> camel.getRegistry().bind(name, new Handed(camel.createProducerTemplate(), name)));
        return camel;
    }

    @ParameterizedTest
    @CsvSource({
        "pending,               valid-adyen-iframe, pendingPaymentHandler,       PendingPayment",
        "payments-init,         valid-complete,     paymentOutcomeHandler,       PaymentOutcome",
        "payments-antifraud,    valid-review,       fraudCheckHandler,           FraudCheck",
        "contribution-tracking, valid-insert,       contributionTrackingHandler, ContributionTracking",
    })
    void handAMessageToItsHandlerOnce(String queue, String sample, String handler, String type) throws Exception {
        var handed = getMockEndpoint("mock:" + handler);
        handed.expectedMessageCount(1);

        sendSample(queue, sample);
        sendSample(queue, sample);

        handed.assertIsSatisfied();
        assertThat(handed.getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody()
                        .getClass()
                        .getSimpleName())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,               invalid-no-gateway",
        "payments-init,         invalid-empty",
        "payments-antifraud,    invalid-empty-breakdown-no-ids",
        "contribution-tracking, invalid-no-id",
    })
    void refuseAMessageBeforeItsHandler(String queue, String sample) throws Exception {
        var refused = sendSample(queue, sample);

        assertThat(refused.getException()).hasRootCauseInstanceOf(InvalidMessage.class);
        assertNothingHanded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "payments-init", "payments-antifraud", "contribution-tracking"})
    void takeAReStampedCopyForTheSameMessage(String queue) throws Exception {
        String sample =
                """
                {"id":7,"contribution_tracking_id":7,"order_id":"7.1","gateway":"adyen","date":1788350400,
                 "validation_action":"process","payments_final_status":"complete","source_enqueued_time":%d}
                """;

        send(queue, sample.formatted(1));
        send(queue, sample.formatted(2));

        assertThat(HANDLERS.stream()
                        .mapToInt(name -> getMockEndpoint("mock:" + name).getReceivedCounter()))
                .containsOnlyOnce(1)
                .containsOnly(0, 1);
    }

    private void assertNothingHanded() {
        assertThat(HANDLERS)
                .allSatisfy(name -> assertThat(getMockEndpoint("mock:" + name).getReceivedCounter())
                        .isZero());
    }

    /** Stands where a handler stands. */
    public record Handed(ProducerTemplate template, String name) {
        public void handle(Object message) {
            template.sendBody("mock:" + name, message);
        }
    }
}
