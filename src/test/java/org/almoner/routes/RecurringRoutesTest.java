package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.queue.InvalidMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which handler each kind of message goes to, and where what it hands on ends up. */
class RecurringRoutesTest extends QueueRoutes {

    private static final List<String> HANDLERS = List.of(
            "signupHandler",
            "cancellationHandler",
            "failedPaymentHandler",
            "endOfTermHandler",
            "monthlyConvertDeclineHandler",
            "amountChangeHandler",
            "annualConversionHandler",
            "pauseHandler",
            "donorCancellationHandler",
            "upgradeDeclineHandler",
            "externalModificationHandler",
            "upiDonationHandler");

    private static final List<String> ENDS = List.of("mail", "donations", "contribution-tracking");

    RecurringRoutesTest() {
        super("recurring", "recurring-modify", "upi-donations");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        HANDLERS.forEach(name -> camel.getRegistry().bind(name, new Handed(camel.createProducerTemplate(), name)));
        camel.getRegistry().bind("recurringPaymentHandler", new HandedOn());
        return camel;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                ENDS.forEach(end -> from("queue:" + end).to("mock:" + end));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "recurring,        signupHandler,                mail,      subscr_signup",
        "recurring,        cancellationHandler,          mail,      subscr_cancel",
        "recurring,        failedPaymentHandler,         ,          subscr_failed",
        "recurring,        endOfTermHandler,             ,          subscr_eot",
        "recurring,        monthlyConvertDeclineHandler, ,          monthly_convert_decline",
        "recurring-modify, amountChangeHandler,          mail,      recurring_upgrade",
        "recurring-modify, amountChangeHandler,          mail,      recurring_downgrade",
        "recurring-modify, annualConversionHandler,      mail,      recurring_annual_conversion",
        "recurring-modify, pauseHandler,                 mail,      recurring_paused",
        "recurring-modify, donorCancellationHandler,     mail,      recurring_cancel",
        "recurring-modify, upgradeDeclineHandler,        ,          recurring_upgrade_decline",
        "recurring-modify, externalModificationHandler,  ,          external_recurring_modification",
        "upi-donations,    upiDonationHandler,           donations, none",
    })
    void handEachKindToItsHandlerOnce(String queue, String handler, String end, String kind) throws Exception {
        var handed = getMockEndpoint("mock:" + handler);
        handed.expectedMessageCount(1);
        for (String other : ENDS) {
            getMockEndpoint("mock:" + other).expectedMessageCount(other.equals(end) ? 1 : 0);
        }

        send(queue, message(kind));
        send(queue, message(kind).replace("}", ",\"source_host\":\"other\"}"));

        handed.assertIsSatisfied();
        for (String other : ENDS) {
            getMockEndpoint("mock:" + other).assertIsSatisfied();
        }
    }

    @Test
    void handAPaymentToTwoQueues() throws Exception {
        getMockEndpoint("mock:donations").expectedBodiesReceived("a donation");
        getMockEndpoint("mock:contribution-tracking").expectedBodiesReceived("a visit");
        getMockEndpoint("mock:mail").expectedMessageCount(0);

        send("recurring", message("subscr_payment"));

        getMockEndpoint("mock:donations").assertIsSatisfied();
        getMockEndpoint("mock:contribution-tracking").assertIsSatisfied();
        getMockEndpoint("mock:mail").assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({"recurring, subscr_modify", "recurring-modify, subscr_signup"})
    void refuseAMessageBeforeAnyHandler(String queue, String kind) {
        var refused = send(queue, message(kind));

        assertThat(refused.getException()).hasRootCauseInstanceOf(InvalidMessage.class);
        assertThat(HANDLERS)
                .allSatisfy(name -> assertThat(getMockEndpoint("mock:" + name).getReceivedCounter())
                        .isZero());
    }

    private static String message(String kind) {
        return """
                {"txn_type":"%s","gateway":"dlocal","subscr_id":"S-1","gateway_txn_id":"T-1","contribution_recur_id":7,\
                "recurring_payment_token":"TOKEN","gross":"5","amount":"6","currency":"USD","contact_id":"8","duration":"1 day",\
                "next_sched_contribution_date":"2027-09-01 00:00:00","date":1788350400,"source_enqueued_time":1788350402}"""
                .formatted(kind);
    }

    /** Stands where a handler stands, and hands on what it was handed. */
    public record Handed(ProducerTemplate template, String name) {
        public Object handle(Object message) {
            template.sendBody("mock:" + name, message);
            return message;
        }
    }

    /** What comes of a payment. */
    public record Payment(String donation, String visit) {}

    /** Stands where the handler of payments stands. */
    public static final class HandedOn {
        public Payment handle(Object payment) {
            return new Payment("a donation", "a visit");
        }
    }
}
