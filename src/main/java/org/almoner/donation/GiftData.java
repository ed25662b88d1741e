package org.almoner.donation;

import org.jspecify.annotations.Nullable;

/** By which a contribution is reported: where it came from, what for, and whether it is a large one. */
record GiftData(
        @Nullable String fund,
        String campaign,
        @Nullable String appeal,
        String channel,
        boolean isMajor,
        @Nullable String noThankYou) {}
