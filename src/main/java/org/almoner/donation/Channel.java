package org.almoner.donation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which way a donor came, told from where the visit to the form began. */
final class Channel {

    static final String RECURRING = "Recurring Gift";
    static final String OTHER = "Other Online";

    private static final Set<String> SOCIAL =
            Set.of("facebook", "twitter", "instagram", "linkedin", "tiktok", "youtube", "social", "socialmedia");

    private static final Map<String, String> BY_MEDIUM = Map.of(
            "sms", "SMS",
            "mail", "Direct Mail",
            "sidebar", "Sidebar",
            "email", "Email",
            "portal", "Portal",
            "wikimediaportal", "Wikimedia Portal",
            "wikipediaapp", "Wikipedia App",
            "wikipediaappfeed", "Wikipedia App");

    private Channel() {}

    /** @param byText whether the donor is known to the sender of text messages */
    static String of(GiftDetails gift, boolean byText) {
        String medium = lowerCase(gift.utmMedium());
        String source = gift.utmSource() == null ? "" : gift.utmSource();
        if (byText) {
            return "SMS";
        }
        if (source.contains("DMURL")) {
            return "Direct Mail";
        }
        if (medium.equals("sitenotice") || (gift.isEndowment() && source.startsWith("B"))) {
            return banner(source);
        }
        if (SOCIAL.contains(medium)) {
            return "Social Media";
        }
        boolean isMailing = source.startsWith("sp") || source.startsWith("civi_mail");
        return BY_MEDIUM.getOrDefault(medium, isMailing ? "Email" : OTHER);
    }

    private static String banner(String source) {
        if (source.contains("_dsk_")) {
            return "Desktop";
        }
        return source.contains("_m_") || source.contains("_mob_") ? "Mobile" : "Other Banner";
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
