package org.almoner.crash;

import org.almoner.queue.NotYet;

/** Does what the message's fate wants. */
class WorkHandler {
    private final Effects effects;
    private final Fuse fuse;

    WorkHandler(Effects effects, Fuse fuse) {
        this.effects = effects;
        this.fuse = fuse;
    }

    public Consequence handle(Work work) {
        fuse.pass("handle");
        if (work.fate() == Fate.EARLY && !effects.has(String.valueOf(work.after()))) {
            throw new NotYet("after has not been handled");
        }
        effects.add("work", work.id(), work.fate() == Fate.REFUSED ? "refuse me" : "");
        if (work.fate() == Fate.FAILING) {
            throw new IllegalStateException("made to fail");
        }
        if (work.fate() == Fate.DEADLY) {
            fuse.blow();
        }
        return new Consequence(work.id());
    }
}
