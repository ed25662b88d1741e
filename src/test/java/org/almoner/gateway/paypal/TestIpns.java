package org.almoner.gateway.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IPNs as a test makes them up, and what follows from them. */
record TestIpns(IpnJob job, JdbcClient sql) {

    static ObjectNode ipn(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    Onward run(ObjectNode ipn) {
        return job.run(new GatewayJob(IpnJob.NAME, ipn));
    }

    /** Whatever follows. */
    List<ObjectNode> all(ObjectNode ipn) {
        return all(run(ipn));
    }

    private static List<ObjectNode> all(Onward onward) {
        return Stream.of(Kind.values())
                .flatMap(kind -> onward.of(kind.name()).stream())
                .toList();
    }

    /** What follows of a kind, where nothing else does. */
    ObjectNode only(Kind kind, ObjectNode ipn) {
        var onward = run(ipn);
        assertThat(all(onward)).hasSize(1);
        return onward.of(kind.name()).get(0);
    }

    void pending(String gateway, String order, String message) {
        sql.sql("insert into pending_payment (date, gateway, order_id, message) values (now(), ?, ?, ?)")
                .param(gateway)
                .param(order)
                .param(message)
                .update();
    }
}
