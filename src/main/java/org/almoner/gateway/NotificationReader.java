package org.almoner.gateway;

import java.util.List;

/** Knows what a gateway's genuine notifications mean. */
public interface NotificationReader {

    String gateway();

    /**
     * What is new in it, in its order; nothing for what we do not care about.
     *
     * @throws org.almoner.queue.InvalidMessage when it cannot be read
     */
    List<News> read(Notification notification);
}
