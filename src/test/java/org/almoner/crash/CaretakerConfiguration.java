package org.almoner.crash;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.batch.BatchAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The real batch job that requeues, for the workers whose test needs it: it makes a start longer. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty("crash.caretaker")
@ComponentScan(
        basePackages = "org.almoner.batch",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(RequeueDeadLettersJob|SaysWhatItDid)"))
@ImportAutoConfiguration(BatchAutoConfiguration.class)
class CaretakerConfiguration {
    @Bean
    Caretaker caretaker(JobLauncher launcher, Job requeueDeadLetters) {
        return new Caretaker(launcher, requeueDeadLetters);
    }
}
