package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ResourceReloadStrategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In operation, what runs is what was started. */
@AlmonerTest
class LiveReloadByDefaultTest {
    @Autowired
    CamelContext camel;

    @Test
    void isOff() {
        assertThat(camel.hasService(ResourceReloadStrategy.class)).isNull();
    }
}
