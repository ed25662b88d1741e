package org.almoner.queue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tables a statement names, read or written: what decides whether two statements may change places. */
class Tables {

    private static final Pattern NAMED = Pattern.compile(
            "(?<!do )\\b(?:into|update|from|join|using|table)\\s+(?:only\\s+)?\"?([a-z_][a-z0-9_.]*)",
            Pattern.CASE_INSENSITIVE);

    // statements are constants of the program, so this stays small
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private Tables() {}

    static Set<String> of(String sql) {
        return KNOWN.computeIfAbsent(sql, Tables::parse);
    }

    private static Set<String> parse(String sql) {
        return NAMED.matcher(sql)
                .results()
                .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
