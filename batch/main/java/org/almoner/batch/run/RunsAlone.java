package org.almoner.batch.run;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts every job under its lease and every step behind the fence, so that no caretaker has to think of it, or may forget. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseSettings.class)
class RunsAlone {

    @Bean
    static BeanPostProcessor leasesOfJobs(
            ObjectProvider<HeldLeases> leases,
            ObjectProvider<Fence> fence,
            ObjectProvider<UnfinishedRuns> unfinished,
            ObjectProvider<MeterRegistry> meters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof TaskletStep step) {
                    step.registerChunkListener(fence.getObject());
                }
                return bean instanceof JobLauncher launcher
                        ? new LeasedLauncher(launcher, leases.getObject(), unfinished.getObject(), meters.getObject())
                        : bean;
            }
        };
    }
}
