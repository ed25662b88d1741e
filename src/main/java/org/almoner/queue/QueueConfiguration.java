package org.almoner.queue;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the machine that are not its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({QueueSettings.class, MessageLimits.class, SourceSettings.class})
class QueueConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
