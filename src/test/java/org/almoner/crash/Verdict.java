package org.almoner.crash;

import java.util.List;

/** What the judge objects to. */
record Verdict(List<String> objections) {

    boolean isClean() {
        return objections.isEmpty();
    }

    @Override
    public String toString() {
        return isClean()
                ? "nothing lost, nothing twice"
                : objections.size() + " objections: "
                        + String.join("; ", objections.stream().limit(20).toList());
    }
}
