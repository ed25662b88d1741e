package org.almoner.queue;

/** The Redis keys that belong to one queue; the braces keep them in the queue's slot of a cluster. */
record Keys(String queue) {

    String claim(String id) {
        return prefix() + "claim:" + id;
    }

    String claims() {
        return prefix() + "claims";
    }

    String workers() {
        return prefix() + "workers";
    }

    String relayed() {
        return prefix() + "relayed";
    }

    private String prefix() {
        return "almoner:{" + queue + "}:";
    }
}
