package org.almoner.tracking;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a visitor came from, as {@code banner.landing_page.method}; a mailing stands in the place of the banner. */
record UtmSource(@Nullable String text) {

    private static final Pattern INJECTION = Pattern.compile(" union |script| select ", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final String MAILING_OF_OLD = "70761231.d";
    private static final int MAILING_ID_LENGTH = 10;

    /** Every banner is a test, unless it is the control of one. */
    @Nullable
    Boolean isTestVariant() {
        return text == null ? null : !(text.contains("_cnt_") || text.contains("_cnt."));
    }

    @Nullable
    String mailingIdentifier() {
        if (text == null || isInjection()) {
            return null;
        }
        if (text.startsWith(MAILING_OF_OLD)) {
            return "sp70761231";
        }
        return text.startsWith("sp") ? text.substring(0, Math.min(MAILING_ID_LENGTH, text.length())) : null;
    }

    /** The first segment; nothing when a mailing stands there. */
    @Nullable
    Banner banner() {
        String name = mailingIdentifier() == null ? segment(0) : null;
        return name == null ? null : new Banner(name);
    }

    @Nullable
    String landingPage() {
        return segment(1);
    }

    /** All segments together, when there are three or four and one of them says something. */
    @Nullable
    ContributionSource contributionSource() {
        List<String> segments = segments();
        boolean isComplete = segments.size() == 3 || segments.size() == 4;
        return isComplete && segments.stream().anyMatch(segment -> !segment.isEmpty())
                ? new ContributionSource(segments.get(0), segments.get(1), segments.get(2))
                : null;
    }

    private @Nullable String segment(int index) {
        List<String> segments = segments();
        return index < segments.size() && !segments.get(index).isEmpty() ? segments.get(index) : null;
    }

    private List<String> segments() {
        return text == null || isInjection() ? List.of() : List.of(DOT.split(text, -1));
    }

    /** Such text is kept as it is and trusted for nothing. */
    private boolean isInjection() {
        return text != null && INJECTION.matcher(text).find();
    }
}
