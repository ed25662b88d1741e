package org.almoner.crash;

import java.util.regex.Pattern;

/** Where an archiver dies while it moves a page of payments to history: its second one, so that one is committed. */
enum ArchivePoint implements BreakingPoint {
    BEFORE_THE_COPY("before execute\\w+ insert into transaction_event_history.*"),
    BETWEEN_EVENTS_AND_VIEWS("after execute\\w+ insert into transaction_event_history.*"),
    BETWEEN_COPY_AND_DELETION("before executeQuery with whole as.*delete from transaction_view.*"),
    AFTER_THE_DELETION("after executeQuery with whole as.*delete from transaction_view.*"),
    BEFORE_THE_FENCE("before executeQuery select 1 from lease.*"),
    BEFORE_THE_COMMIT("before commit .*delete from transaction_view.*"),
    AFTER_THE_COMMIT("after commit .*delete from transaction_view.*");

    private static final int SECOND = 2;

    private final Pattern step;

    ArchivePoint(String step) {
        this.step = Pattern.compile(step, Pattern.DOTALL);
    }

    @Override
    public boolean isAt(String passed) {
        return step.matcher(passed).matches();
    }

    @Override
    public int times() {
        return SECOND;
    }
}
