package org.almoner.testing;

import org.almoner.embedded.RedisServer;

/** A Redis of a test's own, which may be stopped, killed and started again on its data and port. */
public final class TestRedis implements AutoCloseable {
    private final RedisServer server = new RedisServer(TestFolder.fresh(), TestFolder.BINARIES);

    /** Starts it, the first time and again. */
    public TestRedis start() {
        server.start();
        return this;
    }

    public void stop() {
        server.close();
    }

    /** Kill -9. */
    public void kill() {
        Killed.now(server.process());
        server.close();
    }

    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        stop();
    }
}
