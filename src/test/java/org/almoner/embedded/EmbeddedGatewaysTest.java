package org.almoner.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.almoner.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class EmbeddedGatewaysTest {
    private static final Map<String, Object> BOTH_STORES =
            Map.of("spring.datasource.url", "jdbc:postgresql:ours", "spring.data.redis.url", "redis://ours");

    @Test
    void startBesideEmbeddedStoresAndStopWithThem() {
        int port;
        try (var context = context(BOTH_STORES, Map.of())) {
            port = context.getBean(Simulator.class).port();

            assertThat(context.getEnvironment().getProperty("almoner.gateway.dlocal.url"))
                    .isEqualTo("http://127.0.0.1:" + port + "/dlocal");
        }

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "almoner.gateway.adyen.hmac-keys",
                "almoner.gateway.adyen.hmac-keys[0]",
                "almoner.gateway.dlocal.login",
                "almoner.gateway.braintree.keys[0].public-key"
            })
    void stayAwayWhereAGatewayIsConfigured(String setting) {
        try (var context = context(BOTH_STORES, Map.of(setting, "ours"))) {
            assertThat(context.getBeanProvider(Simulator.class).getIfAvailable())
                    .isNull();
        }
    }

    @Test
    void comeThoughEverySettingHasItsDefault() {
        var defaults = Map.<String, Object>of(
                "almoner.gateway.dlocal.url", "https://api.dlocal.com",
                "almoner.gateway.dlocal.login", "",
                "almoner.gateway.gravy.account", "default",
                "almoner.gateway.paypal.sandbox", "false",
                "almoner.gateway.adyen.capture-from-listener", "false");

        try (var context = context(BOTH_STORES, defaults)) {
            assertThat(context.getBean(Simulator.class).url()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void stayAwayWhereAStoreIsConfigured() {
        try (var context = context(Map.of("spring.data.redis.url", "redis://ours"), Map.of())) {
            assertThat(context.getBeanProvider(Simulator.class).getIfAvailable())
                    .isNull();
        }
    }

    private static GenericApplicationContext context(Map<String, Object> embedded, Map<String, Object> settings) {
        var context = new GenericApplicationContext();
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("settings", settings));
        sources.addFirst(new MapPropertySource("embedded stores", embedded));
        new EmbeddedGateways().initialize(context);
        context.refresh();
        return context;
    }
}
