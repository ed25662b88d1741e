package org.almoner.contact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries by their ISO codes, however a message names them. */
public final class Country {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> CODES_BY_NAME = codesByName();

    private Country() {}

    /** Of {@code NL}, {@code nl}, {@code nl_NL} and {@code Netherlands}; null of what is no country. */
    public static @Nullable String code(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String code = text.substring(text.indexOf('_') + 1).toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? code : CODES_BY_NAME.get(text.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> codesByName() {
        Map<String, String> names = new HashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> names.put(
                        new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code));
        return names;
    }
}
