package org.almoner.contact;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one way in which languages are written down: {@code nl}, {@code pt_BR}. */
public final class Language {

    private static final Map<String, String> SPOKEN_IN_A_COUNTRY = Map.of("es_419", "es_MX"); // of Latin America

    private Language() {}

    public static @Nullable String code(@Nullable String language) {
        if (language == null) {
            return null;
        }
        String[] parts = language.replace('-', '_').split("_", 2);
        String code = parts[0].toLowerCase(Locale.ROOT) + (parts.length == 1 ? "" : "_" + region(parts[1]));
        return SPOKEN_IN_A_COUNTRY.getOrDefault(code, code);
    }

    private static String region(String text) {
        return text.length() == 2 ? text.toUpperCase(Locale.ROOT) : text;
    }
}
