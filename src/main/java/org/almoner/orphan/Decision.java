package org.almoner.orphan;

/** What is decided about an orphan. */
enum Decision {
    /** The money is ours: the donation goes on its way. */
    COMPLETE,
    /** There is no money. */
    FAILED,
    /** We wanted no money, and the gateway has let go of it. */
    CANCELLED,
    /** Its gateway cannot be asked. */
    UNRESOLVABLE,
    /** A donation, or a failure, has settled it while we asked. */
    ELSEWHERE,
    /** To be captured; decided when the gateway has. */
    CAPTURE,
    /** To be cancelled; decided when the gateway has. */
    CANCEL,
    /** Not now: a person, or time, is to decide. */
    LEAVE
}
