package org.almoner.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine that this process runs on. */
public class Host {

    private static final String NAME = look();

    private Host() {}

    public static String name() {
        return NAME;
    }

    private static String look() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
