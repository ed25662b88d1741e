package org.almoner.crash;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.almoner.queue.UnitOfWork;
import org.apache.camel.component.jackson.springboot.JacksonDataFormatAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The real machine with as little around it as possible, since each kill costs a start. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "org.almoner.queue",
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestComponent.class))
@ImportAutoConfiguration({
    CamelAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JacksonDataFormatAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    RedisAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({ArchiverConfiguration.class, CaretakerConfiguration.class, SchedulerConfiguration.class})
class WorkerConfiguration {
    @Bean
    static Fuse fuse() {
        return new Fuse();
    }

    @Bean
    static Taps taps(Fuse fuse) {
        return new Taps(fuse);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Effects effects(UnitOfWork unit) {
        return new Effects(unit);
    }

    @Bean
    WorkHandler workHandler(Effects effects, Fuse fuse) {
        return new WorkHandler(effects, fuse);
    }

    @Bean
    ConsequenceHandler consequenceHandler(Effects effects) {
        return new ConsequenceHandler(effects);
    }
}
