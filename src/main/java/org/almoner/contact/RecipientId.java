package org.almoner.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/** How the sender of text messages names a telephone: by digits, or by their base64 with two characters behind it. */
final class RecipientId {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final int APPENDED = 2;

    private RecipientId() {}

    static @Nullable String digits(@Nullable String text) {
        if (text == null || DIGITS.matcher(text).matches()) {
            return text;
        }
        String digits = decoded(text.substring(0, Math.max(0, text.length() - APPENDED)));
        if (!DIGITS.matcher(digits).matches()) {
            throw new InvalidMessage("recipient_id is neither a number nor one in base64");
        }
        return digits;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) { // is not base64, which the caller says
            return "";
        }
    }
}
