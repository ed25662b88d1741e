package org.almoner.call;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.almoner.gateway.Gateway;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls to one gateway, a few at a time. */
class CallLine {

    private static final Logger LOG = LoggerFactory.getLogger(CallLine.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Gateway gateway;
    private final DueCalls calls;
    private final Accounts accounts;
    private final CallMetrics metrics;
    private final CallSettings settings;
    private final Clock clock;
    private final IntervalFunction delays;
    private final Semaphore free;
    private final ExecutorService threads;

    CallLine(
            Gateway gateway,
            DueCalls calls,
            Accounts accounts,
            CallMetrics metrics,
            CallSettings settings,
            Clock clock) {
        this.gateway = gateway;
        this.calls = calls;
        this.accounts = accounts;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        delays = IntervalFunction.ofExponentialRandomBackoff(settings.retryDelay(), 2, 0.5, settings.longestDelay());
        free = new Semaphore(settings.threads());
        threads = Executors.newFixedThreadPool(settings.threads(), task -> new Thread(task, "call-" + gateway.name()));
    }

    /** Takes as many as there are threads for: what waited in a queue of ours could not be taken by others. */
    void takeDue() {
        int most = free.drainPermits();
        int taken = 0;
        try {
            if (most > 0) {
                var due = calls.take(gateway.name(), most);
                taken = due.size();
                due.forEach(call -> threads.execute(() -> make(call)));
            }
        } finally {
            free.release(most - taken);
        }
    }

    void stop() {
        threads.shutdown();
    }

    private void make(CallInHand taken) {
        try {
            var answer = metrics.time(
                    taken.call(), () -> accounts.within(taken.call(), () -> Asking.ask(gateway, taken.call())));
            calls.answer(taken, answer);
        } catch (RequestNotPermitted e) {
            calls.giveBack(taken, A_MOMENT, "too many calls at once");
        } catch (CallNotPermittedException e) {
            calls.giveBack(taken, settings.breakFor(), "the gateway has failed too often");
        } catch (GatewayFailure e) {
            failed(taken, e);
        } catch (RuntimeException e) {
            LOG.error(
                    "ask={} at gateway={} failed by a fault of ours or of the stores",
                    taken.call().ask(),
                    gateway.name(),
                    e);
        } finally {
            free.release();
        }
    }

    private void failed(CallInHand taken, GatewayFailure failure) {
        String reason = String.valueOf(failure.getMessage());
        LOG.warn(
                "ask={} at gateway={} failed, tries={}: {}", taken.call().ask(), gateway.name(), taken.tries(), reason);
        if (clock.instant().isAfter(taken.intendedAt().plus(settings.giveUpAfter()))) {
            calls.answer(taken, GatewayAnswer.unavailable(reason));
        } else {
            calls.postpone(taken, Duration.ofMillis(delays.apply(taken.tries())), reason);
        }
    }
}
