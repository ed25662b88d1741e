package org.almoner.listener;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.almoner.gateway.Verifier;
import org.almoner.gateway.Verifiers;
import org.almoner.notification.NotificationJson;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.batch.BatchAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * A process that listens, and does nothing else: it stands where the internet reaches it, so it knows no database, takes nothing
 * from any queue, and holds no keys but those that tell what is genuine.
 */
@Configuration(proxyBeanMethods = false)
@Profile(ListenerRole.PROFILE)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            BatchAutoConfiguration.class,
            QuartzAutoConfiguration.class
        })
@ComponentScan
@ComponentScan(
        basePackages = "org.almoner",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {Verifier.class, Verifiers.class}),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = "org\\.almoner\\.(queue\\.QueueConfiguration|start\\.StoresReachable)")
        })
@Import(NotificationJson.class)
public class ListenerRole {

    public static final String PROFILE = "listener";

    /** Its user may ask Redis for nothing but a PONG. */
    @Bean
    HealthIndicator redisAnswers(RedisConnectionFactory redis) {
        return () -> answers(redis) ? Health.up().build() : Health.down().build();
    }

    private static boolean answers(RedisConnectionFactory redis) {
        try (var connection = redis.getConnection()) {
            return connection.ping() != null;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Who cannot store now says so now: the gateway will come again, and nothing piles up here. */
    @Bean
    LettuceClientOptionsBuilderCustomizer nothingWaitsForRedis() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
