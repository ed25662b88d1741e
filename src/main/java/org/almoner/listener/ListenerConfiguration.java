package org.almoner.listener;

import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts listeners behind a door, and has them work on the threads that Tomcat has for their requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenerSettings.class)
class ListenerConfiguration {

    @Bean
    FilterRegistrationBean<BareRequests> bareRequests() {
        var filter = new FilterRegistrationBean<>(new BareRequests());
        filter.addUrlPatterns(Listener.PATH + "*");
        return filter;
    }

    /** Camel's own hands each request to eight threads and a queue without an end, which a flood would fill. */
    @Bean("platform-http-engine")
    PlatformHttpEngine onTheThreadOfTheRequest() {
        return new SpringBootPlatformHttpEngine(0, Runnable::run);
    }
}
