package org.almoner.call;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import org.almoner.gateway.Gateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Has every gateway asked what it is to be asked now. */
@Component("gatewayCallLines")
@EnableConfigurationProperties(CallSettings.class)
public class CallLines {

    private final List<CallLine> lines;

    CallLines(
            ObjectProvider<Gateway> gateways,
            DueCalls calls,
            Accounts accounts,
            CallMetrics metrics,
            CallSettings settings,
            Clock clock) {
        lines = gateways.stream()
                .map(gateway -> new CallLine(gateway, calls, accounts, metrics, settings, clock))
                .toList();
    }

    /** Returns as soon as they are begun. */
    public void takeDue() {
        lines.forEach(CallLine::takeDue);
    }

    /** What is in hand is finished, or due again for the next one. */
    @PreDestroy
    void stop() {
        lines.forEach(CallLine::stop);
    }
}
