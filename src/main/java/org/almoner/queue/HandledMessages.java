package org.almoner.queue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.stereotype.Component;

/**
 * The repository for {@code idempotentConsumer} in queue routes: a key is taken in the unit of work of its message, and
 * given back with it.
 */
@Component("handledMessages")
class HandledMessages extends ServiceSupport implements IdempotentRepository {

    private static final int LONGEST_READABLE = 200;

    private final UnitOfWork unit;

    HandledMessages(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public boolean add(String key) {
        return unit.claim().takeKey(storable(key));
    }

    @Override
    public boolean contains(String key) {
        throw new UnsupportedOperationException("keys are taken, not looked up; leave idempotentConsumer eager");
    }

    /** Camel confirms before the writes are sent, so the commit confirms. */
    @Override
    public boolean confirm(String key) {
        return true;
    }

    /** Camel removes the key of a message that failed; the unit of work takes out key and writes together. */
    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("handled keys are deleted by age only");
    }

    /** An index entry must stay small, whatever a producer puts into an id. */
    private static String storable(String key) {
        if (key.length() <= LONGEST_READABLE) {
            return key;
        }
        String queue = key.substring(0, Math.max(key.indexOf(':'), 0));
        return queue + ":sha256:"
                + HexFormat.of().formatHex(new Message(key.getBytes(StandardCharsets.UTF_8)).sha256());
    }
}
