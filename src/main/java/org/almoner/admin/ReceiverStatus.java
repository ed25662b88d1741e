package org.almoner.admin;

/** How one queue or schedule of a process is. */
record ReceiverStatus(String name, State status) {

    /** UNKNOWN is what a process would say if it said anything. */
    enum State {
        UP,
        DOWN,
        UNKNOWN
    }

    ReceiverStatus unknown() {
        return new ReceiverStatus(name, State.UNKNOWN);
    }
}
