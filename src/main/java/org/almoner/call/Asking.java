package org.almoner.call;

import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayRefusal;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks a gateway one thing and tells a no from no answer. */
final class Asking {

    private Asking() {}

    /** @throws GatewayFailure when the gateway is to be asked again */
    static GatewayAnswer ask(Gateway gateway, GatewayCall call) {
        try {
            return answer(gateway, call);
        } catch (GatewayRefusal e) {
            return GatewayAnswer.refused(String.valueOf(e.getMessage()));
        } catch (RestClientResponseException e) {
            return refusal(e.getStatusCode());
        } catch (RestClientException e) {
            throw new GatewayFailure(
                    "no answer, or none that can be read: " + e.getClass().getSimpleName());
        }
    }

    private static GatewayAnswer answer(Gateway gateway, GatewayCall call) {
        return switch (call.ask()) {
            case STATUS -> gateway.status(call);
            case CAPTURE -> gateway.capture(call);
            case CANCEL -> gateway.cancel(call);
            case REFUND -> gateway.refund(call);
            case TOKENISE -> gateway.tokenise(call);
            case FORGET -> gateway.forget(call);
            case SUBSCRIBE -> gateway.subscribe(call);
            case VERIFY -> gateway.verify(call);
            case FETCH -> gateway.fetch(call);
        };
    }

    /** What is wrong with the request stays wrong; wrong credentials, too many calls and trouble over there do not. */
    private static GatewayAnswer refusal(HttpStatusCode status) {
        boolean mayPass =
                switch (status.value()) {
                    case 401, 403, 407, 408, 409, 425, 429 -> true;
                    default -> !status.is4xxClientError();
                };
        if (mayPass) {
            throw new GatewayFailure("HTTP " + status.value());
        }
        return GatewayAnswer.refused("HTTP " + status.value());
    }
}
