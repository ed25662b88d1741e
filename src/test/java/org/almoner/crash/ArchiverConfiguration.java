package org.almoner.crash;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.batch.BatchAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The caretaker that moves old payments to history, with all that runs it, for the processes whose test needs it. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty("crash.archiver")
@ComponentScan({"org.almoner.batch.run", "org.almoner.archive"})
@ComponentScan(
        basePackages = "org.almoner.batch",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ArchiveTransactionsJob"))
@ImportAutoConfiguration({BatchAutoConfiguration.class, JdbcClientAutoConfiguration.class})
class ArchiverConfiguration {}
