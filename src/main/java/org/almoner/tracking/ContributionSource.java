package org.almoner.tracking;

/** The segments of a {@link UtmSource}, as reports count them. */
record ContributionSource(String banner, String landingPage, String paymentMethod) {}
