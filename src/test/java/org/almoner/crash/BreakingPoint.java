package org.almoner.crash;

import java.util.Arrays;
import java.util.stream.Stream;

/** An instruction at which a process is to die, as a pattern over the steps that {@link Taps} name: constants of several enums. */
interface BreakingPoint {

    boolean isAt(String passed);

    /** At which of the steps that match. */
    int times();

    String name();

    Class<?> getDeclaringClass();

    /** By which another process finds it. */
    default String fullName() {
        return getDeclaringClass().getSimpleName() + "." + name();
    }

    static BreakingPoint of(String fullName) {
        return Stream.<BreakingPoint[]>of(CrashPoint.values(), ChunkPoint.values(), ArchivePoint.values())
                .flatMap(Arrays::stream)
                .filter(point -> point.fullName().equals(fullName))
                .findFirst()
                .orElseThrow();
    }
}
