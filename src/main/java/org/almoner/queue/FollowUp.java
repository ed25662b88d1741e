package org.almoner.queue;

import java.time.Instant;

/** A row of the outbox whose time has come. */
record FollowUp(long id, String queue, byte[] body, boolean asIs, Instant dueAt) {

    /** Tells the row from all others, also from one of the same id in a database that was restored. */
    Mark mark() {
        return new Mark(id, dueAt);
    }

    /** Identity of a follow-up, as Redis remembers it: {@code id@due}. */
    record Mark(long id, Instant dueAt) {

        static Mark parse(String text) {
            int at = text.indexOf('@');
            return new Mark(Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return id + "@" + dueAt;
        }
    }
}
