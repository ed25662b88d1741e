package org.almoner.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A message of the load, by the bytes that were pushed. */
record Sent(String id, Fate fate, String text) {

    static Sent of(String id, Fate fate) {
        return new Sent(id, fate, text(id, fate));
    }

    static Sent early(String id, String after) {
        return new Sent(id, Fate.EARLY, json(id, Fate.EARLY, ", \"after\": \"" + after + "\""));
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    private static String text(String id, Fate fate) {
        return switch (fate) {
            case MALFORMED -> "{\"id\": " + id;
            case DUPLICATE -> json(id, Fate.GOOD, ", \"again\": true");
            default -> json(id, fate, "");
        };
    }

    private static String json(String id, Fate fate, String more) {
        return "{\"id\": \"%s\", \"fate\": \"%s\"%s}".formatted(id, fate, more);
    }
}
