package org.almoner.journey;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a payment is called: by us, by its gateway, and by the visit that it came of. */
record Names(Set<String> orders, Set<String> txns, Set<String> trackings) {

    /** An order's id begins with the visit that it came of. */
    private static final Pattern TRACKING = Pattern.compile("([1-9]\\d{0,17})(\\.\\d+)?");

    /** An id that may be any of them. */
    static Names of(String id) {
        return new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()).and(id, id, null);
    }

    Names and(@Nullable String order, @Nullable String txn, @Nullable String tracking) {
        add(orders, order);
        add(txns, txn);
        add(trackings, tracking);
        var visit = TRACKING.matcher(order == null ? "" : order);
        if (visit.matches()) {
            trackings.add(visit.group(1));
        }
        return this;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }
}
