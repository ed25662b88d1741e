package org.almoner.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where all gateways are asked, told and remembered. */
final class Desk implements AutoCloseable {
    final Payments payments = new Payments();
    final Faults faults = new Faults();
    final CallLog calls = new CallLog();
    final Messenger messenger = new Messenger();

    private final Replies replies = new Replies();
    private final Map<String, Gateway> gateways = new TreeMap<>();
    private final InstantSource clock;
    private final String url;

    Desk(InstantSource clock, String url) {
        this.clock = clock;
        this.url = url;
        Gateways.all(payments).forEach(gateway -> gateways.put(gateway.name(), gateway));
    }

    List<Gateway> gateways() {
        return List.copyOf(gateways.values());
    }

    Instant now() {
        return clock.instant();
    }

    /** What the gateway says once it has done what its routes and its keys make of the call. */
    Answer answer(Gateway gateway, Route route, Call call) {
        return gateway.isAllowed(call)
                ? replies.once(gateway.name(), call.writes() ? gateway.keyOf(call) : null, () -> route.answer(call))
                : gateway.error(401).after(Effect.UNAUTHORISED);
    }

    /**
     * Sends a notification of a payment.
     *
     * @return its number, or nothing where this gateway does not tell of such an event
     */
    Optional<Integer> tell(Payment payment, Event event, Forgery forgery, boolean webhook) {
        var gateway = gateway(payment.gateway());
        var news = new News(
                payment, event, forgery, webhook, now().truncatedTo(ChronoUnit.MILLIS), url + "/" + gateway.name());
        return Optional.ofNullable(gateway.tell(news))
                .map(notification -> messenger.send(gateway.name(), news, forgery.forge(notification)));
    }

    void revoke(String name) {
        gateway(name).revoke();
    }

    private Gateway gateway(String name) {
        var gateway = gateways.get(name);
        if (gateway == null) {
            throw new IllegalArgumentException("no gateway is called " + name);
        }
        return gateway;
    }

    /** What a gateway does by itself after a call. */
    void follow(Gateway gateway, String id, Effect effect, int times) {
        var event = effect.event();
        if (event != null) {
            payments.find(gateway.name(), id)
                    .flatMap(payment -> tell(payment, event, Forgery.NONE, false))
                    .ifPresent(number -> repeat(number, times - 1));
        }
    }

    /** Sends the same bytes again. */
    void repeat(int number, int times) {
        for (int i = 0; i < times; i++) {
            messenger.replay(number);
        }
    }

    void forget() {
        payments.forget();
        faults.forget();
        calls.forget();
        replies.forget();
        messenger.forget();
    }

    @Override
    public void close() {
        messenger.close();
    }
}
