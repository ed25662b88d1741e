package org.almoner.queue;

import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Numbers that never repeat, shared with all producers: the Redis keys {@code sequence_NAME}. Gaps are normal. */
@Component
public class Sequences {

    private final ProducerTemplate routes;

    Sequences(ProducerTemplate routes) {
        this.routes = routes;
    }

    public long next(String name) {
        return routes.requestBody("direct:sequence", name, Long.class);
    }
}
