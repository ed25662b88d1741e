package org.almoner.queue;

/** PostgreSQL or Redis is out of reach, which is no message's fault: the claim is kept. */
class StoreUnavailable extends RuntimeException {
    StoreUnavailable(Throwable cause) {
        super(cause);
    }
}
