package org.almoner.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Points the application at the shared stores, before it would start its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SharedStoresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + SharedStores.jdbcUrl(),
                        "spring.data.redis.url=" + SharedStores.redisUrl())
                .applyTo(context);
    }
}
