package org.almoner.embedded;

import java.util.Map;
import org.almoner.simulator.Simulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Starts the simulated gateways beside embedded stores, unless the settings say who we are at a real one. */
@Order(Ordered.LOWEST_PRECEDENCE) // and named after the stores
final class EmbeddedGateways implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedGateways.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (!EmbeddedStores.bothIn(settings) || ConfiguredGateways.anyIn(settings)) {
            return;
        }
        var simulator = Simulator.start(settings.getProperty("almoner.simulator.port", Integer.class, 0));
        var beans = context.getBeanFactory();
        beans.registerSingleton("simulator", simulator);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("simulator", simulator::close);
        context.addApplicationListener(new Listeners(simulator));
        settings.getPropertySources()
                .addFirst(new MapPropertySource("simulated gateways", Map.copyOf(simulator.settings())));
        log.info("All gateways are simulated on {}, which is told what to do below /simulator", simulator.url());
    }

    /** Tells the gateways where the listeners are, once they are there. */
    private record Listeners(Simulator simulator) implements ApplicationListener<WebServerInitializedEvent> {
        @Override
        public void onApplicationEvent(WebServerInitializedEvent started) {
            if (started.getApplicationContext().getServerNamespace() == null) { // not that of health and metrics
                simulator.notify("http://127.0.0.1:" + started.getWebServer().getPort());
            }
        }
    }
}
