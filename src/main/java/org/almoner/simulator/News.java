package org.almoner.simulator;

import java.time.Instant;

/**
 * What a gateway has to tell of a payment.
 *
 * @param url of the gateway, for what its notifications point to
 * @param webhook whether PayPal tells it the newer of its two ways
 */
record News(Payment payment, Event event, Forgery forgery, boolean webhook, Instant time, String url) {

    News(Payment payment, Event event, Forgery forgery, boolean webhook, Instant time, String url) {
        this.payment = payment;
        this.event = event;
        this.forgery = forgery;
        this.webhook = webhook;
        this.time = forgery.time(time);
        this.url = url;
    }
}
