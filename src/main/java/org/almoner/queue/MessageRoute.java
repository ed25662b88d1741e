package org.almoner.queue;

import org.jspecify.annotations.Nullable;

/** What a message goes through: the route of its queue. */
interface MessageRoute {

    /** @return what the route threw and no error configuration took care of */
    @Nullable
    Throwable handle(Message message);
}
