package org.almoner.crash;

import org.almoner.queue.UnitOfWork;

/** A table without any constraint on its ids, so that what is done twice stands there twice. */
class Effects {
    private final UnitOfWork unit;

    Effects(UnitOfWork unit) {
        this.unit = unit;
    }

    void add(String queue, String id, String note) {
        unit.write("insert into effect (queue, id, note) values (?, ?, ?)", queue, id, note);
    }

    boolean has(String id) {
        return !unit.read("select 1 from effect where queue = 'work' and id = ?", (row, n) -> 1, id)
                .isEmpty();
    }
}
