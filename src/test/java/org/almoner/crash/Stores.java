package org.almoner.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The database and the Redis database that the workers of one test share, as addresses. */
record Stores(String jdbcUrl, String redisUrl) {

    /** Creates the machine's tables and that of the effects. */
    Stores migrated() {
        Flyway.configure().dataSource(jdbcUrl, null, null).load().migrate();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src/test/resources/crash/effect.sql")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void execute(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    RedisClient redis() {
        return RedisClient.create(RedisURI.create(redisUrl));
    }
}
