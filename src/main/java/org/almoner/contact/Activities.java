package org.almoner.contact;

import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What happened with the contacts. */
@Repository
public class Activities {

    private final UnitOfWork unit;

    Activities(UnitOfWork unit) {
        this.unit = unit;
    }

    public void add(Activity activity) {
        unit.write(
                """
                insert into activity
                    (contact_id, type, subject, details, happened_at, contribution_id, contribution_recur_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                activity.contactId(),
                activity.type(),
                activity.subject(),
                activity.details(),
                activity.happenedAt(),
                activity.contributionId(),
                activity.contributionRecurId());
    }
}
