package org.almoner.queue;

/** Text as PostgreSQL can store it: without U+0000, and without half of a surrogate pair, which would become a '?'. */
public final class StorableText {

    private StorableText() {}

    /** @throws InvalidMessage when it cannot be stored */
    public static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new InvalidMessage("contains U+0000, which cannot be stored");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new InvalidMessage("contains half of a surrogate pair, which cannot be stored");
                }
                i++;
            }
        }
    }
}
