package org.almoner.routes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.almoner.queue.MessageKey;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.spi.DataFormatFactory;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.test.junit5.CamelTestSupport;

/** Route files as they are, between a queue that hands on what a test sends and {@code mock:} ends. */
abstract class QueueRoutes extends CamelTestSupport {

    private final String[] queues;

    QueueRoutes(String... queues) {
        this.queues = queues;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        camel.addComponent("queue", new Lists());
        camel.getRegistry().bind("handledMessages", new MemoryIdempotentRepository());
        camel.getRegistry().bind("messageKey", new MessageKey());
        camel.getRegistry().bind("jackson", (DataFormatFactory) QueueRoutes::json);
        return camel;
    }

    private static JacksonDataFormat json() {
        return new JacksonDataFormat(
                new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), Object.class);
    }

    @Override
    protected void doPostSetup() throws Exception {
        for (String queue : queues) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(
                            context, "file:routes/queues/%s.camel.yaml".formatted(queue)));
        }
    }

    /** Takes the parameters that the machine understands, and does nothing about them. */
    private static final class Lists extends DirectComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
                throws Exception {
            return super.createEndpoint("queue://" + remaining, remaining, new HashMap<>());
        }

        @Override
        protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
            parameters.clear();
        }
    }

    Exchange send(String queue, String json) {
        return template.send("queue:" + queue, exchange -> exchange.getMessage().setBody(json));
    }

    Exchange sendSample(String queue, String name) throws IOException {
        return send(queue, Files.readString(Path.of("src/test/resources/messages", queue, name + ".json")));
    }
}
