package org.almoner.crash;

import java.util.regex.Pattern;

/** Where a scheduler dies in the life of a chunk that has payments expire: in its second one, so that one is committed. */
enum ChunkPoint implements BreakingPoint {
    BEFORE_THE_PAGE("before executeQuery select transaction_id, created_at .*"),
    AFTER_THE_PAGE("after executeQuery select transaction_id, created_at .*"),
    AFTER_THE_LOCKS("after executeQuery select pg_advisory_xact_lock.*unnest.*"),
    BEFORE_THE_EVENTS("before execute\\w+ insert into transaction_event .*"),
    BETWEEN_EVENTS_AND_VIEWS("after execute\\w+ insert into transaction_event .*"),
    AFTER_THE_VIEWS("after execute\\w+ update transaction_view .*"),
    BEFORE_THE_MESSAGES("before execute\\w+ insert into outbox .*"),
    AFTER_THE_MESSAGES("after execute\\w+ insert into outbox .*"),
    AFTER_THE_RECORD("after execute\\w+ update expiry_run set expired .*"),
    BEFORE_THE_FENCE("before executeQuery select 1 from lease .*"),
    BEFORE_THE_COMMIT("before commit .*insert into outbox .*"),
    AFTER_THE_COMMIT("after commit .*insert into outbox .*");

    private static final int SECOND = 2;

    private final Pattern step;

    ChunkPoint(String step) {
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
