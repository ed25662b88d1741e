package org.almoner.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends the process at one chosen step, as {@code kill -9} would: no finally block runs, no connection is closed. */
class Fuse {
    static final int EXIT_CODE = 137;

    /** Long enough for a command to have reached the server, shorter than the blocking wait. */
    private static final Executor A_LITTLE_LATER = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final AtomicInteger passed = new AtomicInteger();
    private volatile @Nullable BreakingPoint armed;
    private volatile boolean freezes;

    void arm(BreakingPoint point) {
        armed = point;
    }

    /** To stop the process where it stands, as {@code kill -STOP} would. */
    void armToFreeze(BreakingPoint point) {
        freezes = true;
        armed = point;
    }

    void blow() {
        if (freezes) {
            freeze();
        } else {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** A step that takes no time. */
    void pass(String step) {
        if (isHere(step)) {
            blow();
        }
    }

    /** A call to a store. */
    <T extends @Nullable Object> T around(String step, Call<T> call) throws Throwable {
        pass("before " + step);
        if (isHere("during " + step)) {
            A_LITTLE_LATER.execute(this::blow);
        }
        T result = call.run();
        pass("after " + step + gave(result));
        return result;
    }

    private static void freeze() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHere(String step) {
        var point = armed;
        return point != null && point.isAt(step) && passed.incrementAndGet() == point.times();
    }

    private static String gave(@Nullable Object result) {
        return result instanceof Collection<?> many ? " gave " + many.size() : "";
    }

    /** What is done at a step. */
    interface Call<T extends @Nullable Object> {
        T run() throws Throwable;
    }
}
