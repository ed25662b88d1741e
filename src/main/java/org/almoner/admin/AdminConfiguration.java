package org.almoner.admin;

import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the keys before the endpoint, and has the schedules wait until it is known whether they may run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminSettings.class)
class AdminConfiguration {

    @Bean
    WebMvcConfigurer keysFirst(ApiKeys keys) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(keys).addPathPatterns("/event-receivers/**", "/payments/**");
            }
        };
    }

    @Bean
    ComponentCustomizer schedulesWait() {
        return ComponentCustomizer.forType(QuartzComponent.class, quartz -> quartz.setAutoStartScheduler(false));
    }
}
