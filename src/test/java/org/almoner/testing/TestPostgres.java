package org.almoner.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.almoner.embedded.PostgresServer;

/** A PostgreSQL of a test's own, which may be stopped, killed and started again on its data and port. */
public final class TestPostgres implements AutoCloseable {
    private final AtomicInteger databases = new AtomicInteger();
    private final PostgresServer server;

    /** @param settings of PostgreSQL, as {@code name=value} */
    public TestPostgres(String... settings) {
        server = new PostgresServer(TestFolder.fresh(), TestFolder.BINARIES, settings);
    }

    /** Starts it, the first time and again. */
    public TestPostgres start() {
        server.start();
        return this;
    }

    /** Breaks all connections off and stops it. */
    public void stop() {
        server.close();
    }

    /** Kill -9. */
    public void kill() {
        Killed.now(server.process());
        server.close();
    }

    public String url() {
        return server.url("postgres");
    }

    /** A new, empty database on it, by its JDBC URL. */
    public String newDatabase() {
        var name = "test_" + databases.incrementAndGet();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.url(name);
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public void close() {
        stop();
    }
}
