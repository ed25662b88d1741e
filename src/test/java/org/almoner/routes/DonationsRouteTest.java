package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.almoner.queue.Keyed;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.api.Test;

class DonationsRouteTest extends QueueRoutes {

    DonationsRouteTest() {
        super("donations");
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("queue:contribution-tracking");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        camel.getRegistry().bind("donationHandler", new Handed(camel.createProducerTemplate()));
        return camel;
    }

    @Test
    void handsADonationToItsHandlerOnceAndItsFollowUpToTracking() throws Exception {
        MockEndpoint tracking = getMockEndpoint("mock:queue:contribution-tracking");
        tracking.expectedBodiesReceived(List.of(List.of(Map.of("id", 7))));

        sendSample("donations", "valid-one-time-card");
        sendSample("donations", "valid-one-time-card");

        tracking.assertIsSatisfied();
        assertThat(handed()).hasSize(1);
    }

    @Test
    void takesTheSamePaymentForTheSameDonation() throws Exception {
        send("donations", "{\"gateway\":\"adyen\",\"gateway_txn_id\":\"A1\",\"gross\":1}");
        send("donations", "{\"gateway\":\"adyen\",\"gateway_txn_id\":\" A1\",\"gross\":2}");
        send("donations", "{\"gateway\":\"gravy\",\"gateway_txn_id\":\"A1\",\"gross\":1}");
        send("donations", "{\"gateway\":\"adyen\",\"gateway_txn_id\":\"A1\",\"type\":\"refund_reversed\"}");
        send("donations", "{\"gateway\":\"adyen\",\"order_id\":\"A1\",\"completion_message_id\":\"x\"}");

        assertThat(handed()).extracting(Keyed::key).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void showsNothingOfTheDonor() throws Exception {
        sendSample("donations", "valid-one-time-card");

        assertThat(handed().get(0).toString()).isEqualTo("Donation[…]");
    }

    private List<Keyed> handed() {
        return getMockEndpoint("mock:handed").getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(Keyed.class))
                .toList();
    }

    /** Stands where the handler stands. */
    public record Handed(ProducerTemplate template) {
        public List<Map<String, Integer>> handle(Object message) {
            template.sendBody("mock:handed", message);
            return List.of(Map.of("id", 7));
        }
    }
}
