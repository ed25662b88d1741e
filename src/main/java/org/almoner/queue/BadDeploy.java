package org.almoner.queue;

/** Every message of a large claim died of a bug, so it is the program that is wrong: the claim is kept. */
class BadDeploy extends RuntimeException {
    BadDeploy(ClaimDone done) {
        super("all %d messages of claim %s died of a bug, the last: %s"
                .formatted(done.messages().size(), done.claim().id(), lastReason(done)));
    }

    private static String lastReason(ClaimDone done) {
        var failure = done.messages().get(done.messages().size() - 1).failure();
        return failure == null ? "unknown" : failure.reason();
    }
}
