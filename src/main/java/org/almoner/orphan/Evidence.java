package org.almoner.orphan;

/** What we know ourselves that bears on an orphan. */
record Evidence(boolean isRecorded, boolean isBeingCaptured, Elsewhere elsewhere, RiskScores scores, History history) {

    /** What becomes of another payment of the same donor, or of the same visit. */
    enum Elsewhere {
        NOTHING,
        /** It is being captured, which may yet fail. */
        IN_HAND,
        COMPLETE
    }
}
