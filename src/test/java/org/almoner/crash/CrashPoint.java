package org.almoner.crash;

import java.util.regex.Pattern;

/** An instruction at which a worker process dies, as a pattern over the steps that {@link Taps} name. */
enum CrashPoint implements BreakingPoint {
    IN_THE_BLOCKING_WAIT("during bLMove work"),
    BEFORE_THE_CLAIM("before claim work", 3),
    AFTER_THE_CLAIM("after claim work gave [1-9].*"),
    MID_CLAIM("handle", 30),
    BEFORE_THE_FLUSH("before executeQuery insert into handled_message .*"),
    MID_FLUSH("after executeQuery insert into handled_message .*"),
    MID_FLUSH_BETWEEN_TWO_TABLES("after executeBatch insert into effect .*"),
    BEFORE_THE_RECEIPT("before executeUpdate with settled .*"),
    AFTER_THE_RECEIPT("after executeUpdate with settled .*"),
    BEFORE_THE_COMMIT("before commit .*insert into claim_receipt.*"),
    AFTER_THE_COMMIT("after commit .*insert into claim_receipt.*"),
    BEFORE_THE_DROP("before drop work"),
    AFTER_THE_DROP("after drop work"),
    BEFORE_THE_DROP_OF_CONSEQUENCES("before drop consequence"),
    IN_THE_CAREFUL_REPLAY("before setSavepoint", 5),
    IN_THE_CAREFUL_REPLAY_AFTER_A_ROLLBACK("after rollback to savepoint"),
    BEFORE_THE_COMMIT_OF_A_CAREFUL_REPLAY("before commit .*savepoint.*"),
    BEFORE_THE_RELAYS_PUSH("before push consequence"),
    AFTER_THE_RELAYS_PUSH("after push consequence"),
    BEFORE_THE_RELAYS_COMMIT("before commit .*delete from outbox.*"),
    AFTER_THE_RELAYS_COMMIT("after commit .*delete from outbox.*"),
    AFTER_THE_RELAYS_FINISH("after finish consequence"),
    AFTER_THE_CLAIM_OF_CONSEQUENCES("after claim consequence gave [1-9].*"),
    IN_THE_SECOND_CHUNK_OF_A_REQUEUE("before execute\\w+ with requeued.*", 150),
    BEFORE_THE_COMMIT_OF_A_REQUEUE("before commit .*with requeued.*"),
    AFTER_THE_COMMIT_OF_A_REQUEUE("after commit .*with requeued.*");

    private final Pattern step;
    private final int times;

    CrashPoint(String step) {
        this(step, 1);
    }

    CrashPoint(String step, int times) {
        this.step = Pattern.compile(step, Pattern.DOTALL);
        this.times = times;
    }

    @Override
    public boolean isAt(String passed) {
        return step.matcher(passed).matches();
    }

    @Override
    public int times() {
        return times;
    }

    boolean isOfRequeue() {
        return name().endsWith("OF_A_REQUEUE");
    }
}
