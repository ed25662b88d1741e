package org.almoner.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server of one gateway: it answers, unless it was told to do something wrong, and writes down what it was asked. */
final class GatewayEndpoint implements HttpHandler {
    private final Desk desk;
    private final Gateway gateway;

    GatewayEndpoint(Desk desk, Gateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = Call.of(exchange);
        var route = gateway.routes().stream().filter(each -> each.matches(call)).findFirst();
        if (route.isPresent()) {
            handle(exchange, call, route.get());
        } else {
            gateway.error(404).send(exchange);
        }
    }

    private void handle(HttpExchange exchange, Call call, Route route) throws IOException {
        var fault = desk.faults.next(gateway.name(), route.operation());
        var answer = answer(call, route, fault);
        var payment = gateway.paymentOf(call, route);
        var key = gateway.keyOf(call);
        desk.calls.add(new LoggedCall(
                desk.now(),
                gateway.name(),
                route.operation(),
                payment,
                key == null ? "" : key,
                answer.effect(),
                is(fault, Fault.Kind.DROP) ? 0 : answer.status()));
        send(exchange, answer, fault);
        desk.follow(gateway, payment, answer.effect(), is(fault, Fault.Kind.TWICE) ? 2 : 1);
    }

    private Answer answer(Call call, Route route, @Nullable Fault fault) {
        return fault != null && fault.kind() == Fault.Kind.FAIL
                ? gateway.error(fault.status()).after(Effect.FAILED)
                : desk.answer(gateway, route, call);
    }

    private static void send(HttpExchange exchange, Answer answer, @Nullable Fault fault) throws IOException {
        if (fault == null) {
            answer.send(exchange);
            return;
        }
        pause(fault);
        switch (fault.kind()) {
            case DROP -> exchange.close(); // before anything was sent, so that the connection goes with it
            case BROKEN -> answer.broken().send(exchange);
            case PAGE -> answer.asPage().send(exchange);
            case FAIL, DELAY, TWICE -> answer.send(exchange);
        }
    }

    private static void pause(Fault fault) {
        try {
            TimeUnit.MILLISECONDS.sleep(fault.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean is(@Nullable Fault fault, Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }
}
