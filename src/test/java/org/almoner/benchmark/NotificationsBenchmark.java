package org.almoner.benchmark;

import io.lettuce.core.RedisClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.GravySender;
import org.almoner.testing.GravySender.Sent;
import org.almoner.testing.TestRedis;

/**
 * How fast a listener answers at a steady pace, and what is left of the genuine notifications in a flood of forged ones. A listener's
 * answer means that Redis has it, with its file written to and synchronised every second.
 */
final class NotificationsBenchmark {

    private static final int PER_SECOND = 200;
    private static final int FLOOD_PER_SECOND = 2_000;

    private final PrintStream out = System.out;
    private final TestRedis redis;
    private final GravySender gravy;

    private NotificationsBenchmark(TestRedis redis, GravySender gravy) {
        this.redis = redis;
        this.gravy = gravy;
    }

    /** Takes for how many seconds each of the two lasts. */
    static void main(String... arguments) {
        var time = Duration.ofSeconds(arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]));
        try (var redis = new TestRedis().start();
                var listener = AlmonerProcess.bootListener(GravySender.listening(), redis.url(), GravySender.SETTING)
                        .awaitStarted();
                var gravy = new GravySender(listener::port)) {
            gravy.atPace(PER_SECOND, Duration.ofSeconds(10), n -> true); // warms up
            var benchmark = new NotificationsBenchmark(redis, gravy);
            benchmark.measure("all genuine", PER_SECOND, time, n -> true);
            benchmark.measure("nine of ten forged", FLOOD_PER_SECOND, time, n -> n % 10 == 0);
        }
    }

    private void measure(String what, int perSecond, Duration time, IntPredicate isGenuine) {
        long before = kept();
        var sent = gravy.atPace(perSecond, time, isGenuine);
        long refused = sent.stream().filter(one -> one.status() == 403).count();
        out.printf(
                "%,d notifications/s for %d s, %s: answer p50 %.1f ms, p99 %.1f ms, longest %.1f ms; "
                        + "%,d genuine, %,d accepted, %,d refused, %,d kept in all%n",
                perSecond,
                time.toSeconds(),
                what,
                millis(sent, 0.5),
                millis(sent, 0.99),
                millis(sent, 1),
                sent.stream().filter(Sent::isGenuine).count(),
                sent.stream().filter(one -> one.status() == 200).count(),
                refused,
                kept() - before);
    }

    private long kept() {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            return connection.sync().llen("notifications-gravy");
        }
    }

    private static double millis(List<Sent> sent, double share) {
        var sorted = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
