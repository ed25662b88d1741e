package org.almoner.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.almoner.gateway.GatewayCall;
import org.springframework.stereotype.Component;

/** Each account of a gateway has its own rate and its own circuit breaker: one that fails is left alone for a while. */
@Component
class Accounts {

    private static final int CALLS_LOOKED_AT = 20;
    private static final int CALLS_NEEDED = 10;

    private final CircuitBreakerRegistry breakers;
    private final RateLimiterRegistry limiters;

    Accounts(CallSettings settings) {
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(CALLS_NEEDED)
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitDurationInOpenState(settings.breakFor())
                .build());
        limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .limitForPeriod(settings.perSecond())
                .timeoutDuration(Duration.ofSeconds(2))
                .build());
    }

    /**
     * @throws io.github.resilience4j.ratelimiter.RequestNotPermitted when the account's rate is used up
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while it is left alone
     */
    <T> T within(GatewayCall call, Supplier<T> asked) {
        String account = call.account() == null ? call.gateway() : call.gateway() + "/" + call.account();
        return CircuitBreaker.decorateSupplier(
                        breakers.circuitBreaker(account),
                        RateLimiter.decorateSupplier(limiters.rateLimiter(account), asked))
                .get();
    }
}
