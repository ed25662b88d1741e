package org.almoner.crash;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.batch.BatchAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The caretaker that has payments expire, with all that runs it, for the processes whose test needs it. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty("crash.scheduler")
@ComponentScan("org.almoner.batch.run")
@ComponentScan(
        basePackages = {"org.almoner.batch.expiry", "org.almoner.transaction"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(Transaction(s|Configuration)|OpenTransactions|ExpirePendingJob|Expiry(Runs|Metrics)?|SetAside)"))
@ImportAutoConfiguration({BatchAutoConfiguration.class, JdbcClientAutoConfiguration.class})
class SchedulerConfiguration {}
