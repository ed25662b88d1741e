package org.almoner.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts a PostgreSQL and a Redis of our own before anything connects, each unless the settings name one. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class EmbeddedStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);
    private static final String NAME = "embedded stores";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var configured = ConfiguredStores.in(context.getEnvironment());
        if (configured.postgres() && configured.redis()
                || context.getEnvironment().matchesProfiles("listener")) {
            return; // a listener has no database, and pushes for others
        }
        var folder = DataFolder.take(Path.of(context.getEnvironment().getProperty("almoner.embedded.data", "data")));
        closeLast(context, "embeddedDataFolder", folder);
        var settings = new LinkedHashMap<String, Object>();
        var bothNew = !configured.postgres() && !configured.redis();
        if (!configured.postgres()) {
            bothNew &= startPostgres(context, folder, settings);
        }
        if (!configured.redis()) {
            bothNew &= startRedis(context, folder, settings);
        }
        if (bothNew && !context.getEnvironment().containsProperty("almoner.samples")) {
            settings.put("almoner.samples", true);
            settings.put("almoner.expiry.spread", "1m"); // a newcomer does not wait for an hour
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, settings));
    }

    /** Whether neither store is somebody else's. */
    static boolean bothIn(ConfigurableEnvironment settings) {
        var ours = settings.getPropertySources().get(NAME);
        return ours != null
                && ours.containsProperty("spring.datasource.url")
                && ours.containsProperty("spring.data.redis.url");
    }

    private static boolean startPostgres(
            ConfigurableApplicationContext context, DataFolder folder, Map<String, Object> settings) {
        Libraries.require("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "PostgreSQL", "spring.datasource.url");
        var server = new PostgresServer(folder.path(), folder.binaries());
        closeLast(context, "embeddedPostgres", server);
        server.start();
        log.info("PostgreSQL runs on 127.0.0.1:{} (user postgres), its data is in {}", server.port(), server.data());
        settings.put("spring.datasource.url", server.url("postgres"));
        settings.put("spring.datasource.username", "postgres");
        return server.isNew();
    }

    private static boolean startRedis(
            ConfigurableApplicationContext context, DataFolder folder, Map<String, Object> settings) {
        Libraries.require("redis.embedded.RedisExecProvider", "Redis", "spring.data.redis.url");
        var server = new RedisServer(folder.path(), folder.binaries());
        closeLast(context, "embeddedRedis", server);
        server.start();
        log.info("Redis runs on 127.0.0.1:{}, its data is in {}", server.port(), server.data());
        settings.put("spring.data.redis.url", server.url());
        return server.isNew();
    }

    // Beans are destroyed in the reverse order of their registration, and nothing was registered before these.
    private static void closeLast(ConfigurableApplicationContext context, String name, AutoCloseable store) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(name, store::close);
    }
}
