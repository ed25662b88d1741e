package org.almoner.contact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/** The parts of a name that was written as one: {@code Dr. Maria Anna van den Berg Jr.} or {@code Berg, Maria}. */
record FullName(
        @Nullable String prefix,
        @Nullable String first,
        @Nullable String middle,
        @Nullable String last,
        @Nullable String suffix)
        implements Personal {

    private static final Set<String> PREFIXES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq");

    /** These begin a last name. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "bin",
            "ibn", "al", "ter", "ten", "zu", "af", "av", "st");

    static FullName of(String text) {
        int comma = text.indexOf(',');
        boolean isReversed = comma > 0 && !SUFFIXES.contains(bare(text.substring(comma + 1)));
        var words =
                new ArrayDeque<>(Arrays.asList((isReversed ? text.substring(comma + 1) + " " : text.replace(",", " "))
                        .strip()
                        .split(" +")));
        String prefix = words.size() > 1 && PREFIXES.contains(bare(words.getFirst())) ? words.removeFirst() : null;
        String suffix = words.size() > 1 && SUFFIXES.contains(bare(words.getLast())) ? words.removeLast() : null;
        String last = isReversed ? text.substring(0, comma).strip() : lastName(words);
        String first = words.pollFirst();
        return new FullName(prefix, part(first), part(String.join(" ", words)), part(last), suffix);
    }

    private static String lastName(Deque<String> words) {
        if (words.size() < 2) {
            return "";
        }
        var last = new StringBuilder(words.removeLast());
        while (words.size() > 1 && PARTICLES.contains(bare(words.getLast()))) {
            last.insert(0, words.removeLast() + " ");
        }
        return last.toString();
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 64));
    }

    private static String bare(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(".", "");
    }

    @Override
    public String toString() {
        return masked();
    }
}
