package org.almoner.embedded;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Which stores the settings name. */
record ConfiguredStores(boolean postgres, boolean redis) {

    static ConfiguredStores in(Environment settings) {
        var binder = Binder.get(settings);
        return new ConfiguredStores(
                anyOf(binder, "spring.datasource.url", "spring.datasource.jndi-name"),
                anyOf(
                        binder,
                        "spring.data.redis.url",
                        "spring.data.redis.host",
                        "spring.data.redis.sentinel.nodes",
                        "spring.data.redis.cluster.nodes"));
    }

    private static boolean anyOf(Binder binder, String... names) {
        return Stream.of(names).anyMatch(name -> binder.bind(name, Bindable.listOf(String.class))
                .isBound());
    }
}
