package org.almoner.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;

/** A gateway that answers as it is told, and remembers what it was asked. */
final class TestGateway implements Gateway {

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<GatewayCall, GatewayAnswer> answer;

    TestGateway(Function<GatewayCall, GatewayAnswer> answer) {
        this.answer = answer;
    }

    void answers(Function<GatewayCall, GatewayAnswer> other) {
        answer = other;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public GatewayAnswer capture(GatewayCall call) {
        asked.add(call.idempotencyKey());
        return answer.apply(call);
    }
}
