package org.almoner.start;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Connects as the pool will; not through the pool, which logs every attempt with a stack trace. */
final class PostgresProbe implements StoreProbe {
    // connection exceptions, insufficient resources, operator intervention (starting up, shutting down)
    private static final List<String> PASSING = List.of("08", "53", "57");

    private final String url;
    private final Properties properties = new Properties();

    PostgresProbe(HikariDataSource source) {
        this.url = Objects.requireNonNull(source.getJdbcUrl(), "spring.datasource.url");
        properties.putAll(source.getDataSourceProperties());
        if (source.getUsername() != null) {
            properties.setProperty("user", source.getUsername());
        }
        if (source.getPassword() != null) {
            properties.setProperty("password", source.getPassword());
        }
    }

    @Override
    public Optional<String> whatIsMissing() {
        try (var connection = DriverManager.getConnection(url, properties)) {
            return Optional.empty();
        } catch (SQLException e) {
            var state = Objects.requireNonNullElse(e.getSQLState(), "");
            if (PASSING.stream().noneMatch(state::startsWith)) {
                throw new IllegalStateException(this + " refuses us: " + e.getMessage(), e);
            }
            return Optional.of(Objects.requireNonNullElse(e.getMessage(), state));
        }
    }

    @Override
    public String toString() {
        var parsed = Driver.parseURL(url, properties);
        if (parsed == null) {
            return "PostgreSQL";
        }
        return "PostgreSQL at " + PGProperty.PG_HOST.getOrDefault(parsed) + ":"
                + PGProperty.PG_PORT.getOrDefault(parsed);
    }
}
