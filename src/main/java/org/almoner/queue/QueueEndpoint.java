package org.almoner.queue;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.util.StringUtils;

/** One queue as a route names it, with what the route wants done differently from the settings. */
@UriEndpoint(scheme = "queue", title = "Queue", syntax = "queue:name", firstVersion = "0.1.0")
class QueueEndpoint extends DefaultEndpoint {

    @UriPath
    @Metadata(required = true)
    private final String name;

    @UriParam(label = "consumer", description = "Most messages of a claim")
    private int claim;

    @UriParam(label = "consumer", description = "Threads that work this queue in this process")
    private int consumers;

    @UriParam(label = "consumer", description = "Each message by itself, for handlers that act on the outside")
    private boolean careful;

    @UriParam(label = "consumer", description = "After which a message whose predecessor is missing is requeued")
    private Duration retryDelay;

    @UriParam(label = "consumer", description = "Age past which such a message is requeued no more")
    private Duration maxAge;

    @UriParam(label = "consumer", description = "Most times that a message is tried which may succeed later")
    private int tries = Integer.MAX_VALUE;

    @UriParam(label = "consumer", description = "How long a thread rests after each claim")
    private Duration pollDelay = Duration.ZERO;

    @UriParam(label = "consumer", description = "Hands on whatever came, also what is no JSON object")
    private boolean raw;

    @UriParam(
            label = "consumer",
            description = "Fields of a message, or their paths, whose values no two claims handle at once")
    private String locks = "";

    @UriParam(label = "consumer", description = "From its push, after which a message is no longer handled but kept")
    private Duration timeToLive = Duration.ZERO;

    @UriParam(label = "producer", description = "How long a follow-up stays in the outbox before it is pushed")
    private Duration delay = Duration.ZERO;

    @UriParam(
            label = "producer",
            description =
                    "After the delay, time over which follow-ups are spread: those of a list evenly, others by chance")
    private Duration spread = Duration.ZERO;

    QueueEndpoint(String uri, QueueComponent component, String name, QueueSettings settings) {
        super(uri, component);
        this.name = name;
        this.claim = settings.claim();
        this.consumers = settings.consumers();
        this.retryDelay = settings.retryDelay();
        this.maxAge = settings.maxAge();
    }

    @Override
    public Producer createProducer() {
        return getComponent().producer(this);
    }

    @Override
    public Consumer createConsumer(Processor route) throws Exception {
        var consumer = getComponent().consumer(this, route);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public QueueComponent getComponent() {
        return (QueueComponent) super.getComponent();
    }

    public String getName() {
        return name;
    }

    Terms terms(boolean routeWritesBySql) {
        return new Terms(
                claim,
                consumers,
                careful || routeWritesBySql,
                new Terms.Retries(retryDelay, maxAge, tries),
                StringUtils.commaDelimitedListToSet(locks),
                pollDelay,
                raw);
    }

    Duration timeToLive() {
        return timeToLive;
    }

    Duration delay() {
        return delay;
    }

    Spread spread() {
        return new Spread(spread);
    }

    public void setClaim(int claim) {
        this.claim = claim;
    }

    public void setConsumers(int consumers) {
        this.consumers = consumers;
    }

    public void setCareful(boolean careful) {
        this.careful = careful;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public void setMaxAge(Duration maxAge) {
        this.maxAge = maxAge;
    }

    public void setTries(int tries) {
        this.tries = tries;
    }

    public void setPollDelay(Duration pollDelay) {
        this.pollDelay = pollDelay;
    }

    public void setRaw(boolean raw) {
        this.raw = raw;
    }

    public void setLocks(String locks) {
        this.locks = locks;
    }

    public void setTimeToLive(Duration timeToLive) {
        this.timeToLive = timeToLive;
    }

    public void setDelay(Duration delay) {
        this.delay = delay;
    }

    public void setSpread(Duration spread) {
        this.spread = spread;
    }
}
