package org.almoner.listener;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifier;
import org.almoner.gateway.Verifier.Reply;
import org.almoner.gateway.Verifiers;
import org.almoner.listener.Bodies.Body;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.support.DefaultMessage;
import org.springframework.stereotype.Component;

/** The one step of every listener's route: keeps what came in, then judges it, then answers. */
@Component
class Listener {

    static final String PATH = "/listeners/";

    private final Bodies bodies;
    private final Evidence evidence;
    private final Verifiers verifiers;
    private final ListenerMeters meters;
    private final Clock clock;

    Listener(Bodies bodies, Evidence evidence, Verifiers verifiers, ListenerMeters meters, Clock clock) {
        this.bodies = bodies;
        this.evidence = evidence;
        this.verifiers = verifiers;
        this.meters = meters;
        this.clock = clock;
    }

    public void receive(Exchange exchange) {
        var gateway = gatewayOf((PlatformHttpEndpoint) exchange.getFromEndpoint());
        var verifier = verifiers
                .configured(gateway)
                .orElseThrow(() -> new IllegalStateException(verifiers.whatIsMissing(gateway)));
        var request = BareRequests.whole(
                exchange.getMessage(PlatformHttpMessage.class).getRequest());
        var result = bodies.with(request, body -> judge(notification(request, verifier, body), body, verifier));
        meters.count(gateway, result);
        answer(exchange, result, result == Result.ACCEPTED ? verifier.success() : Reply.EMPTY);
    }

    static String gatewayOf(PlatformHttpEndpoint endpoint) {
        return endpoint.getPath().substring(PATH.length());
    }

    private Result judge(Notification notification, Body body, Verifier verifier) {
        if (!evidence.keep(notification)) {
            return Result.NOT_STORED;
        }
        return body.isWhole() ? result(verifier.verify(notification)) : Result.TOO_LARGE;
    }

    private static Result result(Verdict verdict) {
        return switch (verdict.kind()) {
            case GENUINE, TO_BE_ASKED -> Result.ACCEPTED;
            case FORGED -> Result.FORGED;
            case STALE -> Result.STALE;
        };
    }

    private Notification notification(HttpServletRequest request, Verifier verifier, Body body) {
        return new Notification(
                UUID.randomUUID().toString(),
                verifier.gateway(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                request.getRemoteAddr(),
                headers(request, verifier),
                body.bytes());
    }

    /** One that was sent twice is not there: whose would it be? */
    private static Map<String, String> headers(HttpServletRequest request, Verifier verifier) {
        var headers = new HashMap<String, String>();
        for (var name : verifier.headers()) {
            var values = Collections.list(request.getHeaders(name));
            if (values.size() == 1) {
                headers.put(name, values.get(0));
            }
        }
        return headers;
    }

    private static void answer(Exchange exchange, Result result, Reply reply) {
        var answer = new DefaultMessage(exchange.getContext());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, result.status);
        answer.setHeader(Exchange.CONTENT_TYPE, reply.contentType());
        answer.setBody(reply.body());
        exchange.setMessage(answer);
    }
}
