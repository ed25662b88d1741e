package org.almoner.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.almoner.testing.SharedStores;
import org.flywaydb.core.Flyway;
import org.springframework.boot.info.BuildProperties;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The machine without Camel, wired by hand on a PostgreSQL database and a Redis database of its own. */
final class TestMachine {

    static final String QUEUE = "things";
    static final Terms.Retries RETRIES =
            new Terms.Retries(Duration.ofMinutes(20), Duration.ofSeconds(12_000), Integer.MAX_VALUE);
    static final Terms TERMS = new Terms(200, 1, false, RETRIES, Set.of(), Duration.ZERO, false);
    static final MessageLimits LIMITS =
            new MessageLimits(DataSize.ofMegabytes(1), 64, DataSize.ofKilobytes(256), 100, 10_000);

    /** The application under test in the same process works on database 0. */
    private static final int REDIS_DATABASE = 7;

    private static final String TABLES =
            """
            create table thing (
                id text primary key,
                value numeric not null constraint thing_value_is_not_negative check (value >= 0));
            create table note (
                place bigint generated always as identity primary key,
                thing text constraint note_thing references thing deferrable initially deferred,
                value numeric not null);
            """;

    private static final TestMachine SHARED = new TestMachine();

    final TestClock clock = new TestClock();
    final HikariDataSource dataSource = dataSource(SharedStores.newDatabase());
    final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    final JdbcClient sql = JdbcClient.create(dataSource);
    final LettuceConnectionFactory connections = connections();
    final StringRedisTemplate redis = new StringRedisTemplate(connections);
    final ObjectMapper json = json();

    final Statements statements = new Statements(new JdbcTemplate(dataSource), clock);
    final UnitOfWork unit = new UnitOfWork(statements);
    final ClaimWork work = new ClaimWork(
            new ClaimTransaction(transactions, unit, new Locks(statements, json)),
            statements,
            new Receipts(statements, clock),
            new DeadLetterRows(statements, json, clock));
    final Lua lua = new Lua(connections);
    final Claims claims = new Claims(lua, connections);
    final Marks marks = new Marks(claims, "tester");
    final Pushes pushes = new Pushes(lua, sourceFields(), connections);

    private TestMachine() {
        Flyway.configure().dataSource(dataSource).load().migrate();
        sql.sql(TABLES).update();
    }

    /** The one of this test run, with nothing in it. */
    static TestMachine empty() {
        SHARED.clock.set(TestClock.START);
        SHARED.sql
                .sql("truncate thing, note, handled_message, dead_letter, outbox, claim_receipt restart identity")
                .update();
        try (var connection = SHARED.connections.getConnection()) {
            connection.serverCommands().flushDb();
        }
        return SHARED;
    }

    static Claim claim(List<Message> messages) {
        return new Claim(UUID.randomUUID().toString(), QUEUE, messages, 1, Map.of());
    }

    RelayTurn relayTurn() {
        return new RelayTurn(transactions, statements, pushes, clock);
    }

    private SourceFields sourceFields() {
        var build = new Properties();
        build.put("version", "1.2.3");
        return new SourceFields(new SourceSettings("consumer"), Optional.of(new BuildProperties(build)), json, clock);
    }

    private static HikariDataSource dataSource(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.setConnectionInitSql("set synchronous_commit = off"); // nobody pulls the plug here
        return new HikariDataSource(config);
    }

    private static LettuceConnectionFactory connections() {
        var url = URI.create(SharedStores.redisUrl());
        var config = new RedisStandaloneConfiguration(url.getHost(), url.getPort());
        config.setDatabase(REDIS_DATABASE);
        var connections = new LettuceConnectionFactory(config);
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static ObjectMapper json() {
        var builder = new Jackson2ObjectMapperBuilder();
        new MessageJson().messageJsonRules(LIMITS).customize(builder);
        return builder.build();
    }
}
