package org.almoner.embedded;

import java.time.Clock;
import java.time.Duration;
import org.almoner.simulator.Event;
import org.almoner.simulator.Forgery;
import org.almoner.simulator.Payment;
import org.almoner.simulator.Simulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One payment's whole way: the front end pushes what it knows, the gateway tells that the donor has paid, we capture, the
 * gateway tells that it has, and there is a donation.
 */
@Component
class SampleJourney {
    private static final Logger log = LoggerFactory.getLogger(SampleJourney.class);
    private static final Duration UNTIL_IT_IS_KEPT = Duration.ofSeconds(60);
    private static final Payment PAYMENT = Payment.authorised("adyen", "SAMPLEJOURNEY001", "1042.1", "42.00", "EUR");

    private final ObjectProvider<Simulator> gateways;
    private final StringRedisTemplate redis;
    private final JdbcClient sql;
    private final Clock clock;

    SampleJourney(ObjectProvider<Simulator> gateways, StringRedisTemplate redis, JdbcClient sql, Clock clock) {
        this.gateways = gateways;
        this.redis = redis;
        this.sql = sql;
        this.clock = clock;
    }

    /** Nobody travels where the gateways are real ones. */
    void travel() {
        gateways.ifAvailable(simulator -> {
            new SampleMessages(clock.instant()).in("journey").forEach((queue, bodies) -> redis.opsForList()
                    .rightPushAll(queue, bodies));
            if (comesTrue("select exists (select from pending_payment where order_id = :order)")) {
                pay(simulator);
            }
        });
    }

    /** The donor has entered a card at the gateway. */
    private void pay(Simulator simulator) {
        simulator.put(PAYMENT);
        simulator.tell(PAYMENT, Event.AUTHORISED, Forgery.NONE);
        var isKept = comesTrue(
                """
                select exists (select from contribution_tracking
                               where contribution_id = (select id from contribution where order_id = :order))
                """);
        if (isKept) {
            log.info(
                    "The way of one payment, from the front end to the donation:\n{}",
                    SampleSteps.of(PAYMENT.order(), sql).text());
        }
    }

    private boolean comesTrue(String question) {
        return Patience.of(UNTIL_IT_IS_KEPT).until(() -> sql.sql(question)
                .param("order", PAYMENT.order())
                .query(Boolean.class)
                .single());
    }
}
