package org.almoner.queue;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** The head of a queue's route: a worker that sends each message of its claims through the route, on its own threads. */
class QueueConsumer extends DefaultConsumer implements MessageRoute {

    /** Components that write at once, so that a message cannot be taken out of the buffer afterwards. */
    private static final List<String> UNBUFFERED = List.of("jdbc:", "sql:");

    private final QueueEndpoint endpoint;
    private final Workers workers;
    private final TimeToLive timeToLive;
    private @Nullable Worker worker;

    QueueConsumer(QueueEndpoint endpoint, Processor route, Workers workers, TimeToLive timeToLive) {
        super(endpoint, route);
        this.endpoint = endpoint;
        this.workers = workers;
        this.timeToLive = timeToLive;
    }

    @Override
    public @Nullable Throwable handle(Message message) {
        Exchange exchange = createExchange(true);
        try {
            timeToLive.check(message);
            exchange.getMessage().setBody(message.bytes());
            getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        } finally {
            releaseExchange(exchange, true);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var terms = endpoint.terms(writesBySql());
        worker = workers.start(endpoint.getName(), terms, this, this::stopRoute);
    }

    @Override
    protected void doStop() throws Exception {
        if (worker != null) {
            worker.stop();
            worker = null;
        }
        super.doStop();
    }

    /** By another thread: a route cannot be stopped by one that it waits for. */
    private void stopRoute() {
        var name = "stop " + getRouteId();
        getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newThread(name, this::stopRouteNow)
                .start();
    }

    private void stopRouteNow() {
        try {
            getEndpoint().getCamelContext().getRouteController().stopRoute(getRouteId());
        } catch (Exception e) {
            getExceptionHandler().handleException("cannot stop route " + getRouteId(), e);
        }
    }

    private boolean writesBySql() {
        var model = (ModelCamelContext) getEndpoint().getCamelContext();
        var route = model.getRouteDefinition(getRouteId());
        return route != null
                && ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                        .anyMatch(to -> UNBUFFERED.stream().anyMatch(to.getEndpointUri()::startsWith));
    }
}
