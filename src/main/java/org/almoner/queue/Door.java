package org.almoner.queue;

import org.jspecify.annotations.Nullable;

/** Turns away, in words that a person understands, what no parser needs to see. */
record Door(MessageRoute route, long longest) implements MessageRoute {

    @Override
    public @Nullable Throwable handle(Message message) {
        String objection = objection(message);
        return objection == null ? route.handle(message) : new InvalidMessage(objection);
    }

    private @Nullable String objection(Message message) {
        int length = message.bytes().length;
        if (length == 0) {
            return "is empty";
        }
        if (length > longest) {
            return "is %d bytes long, more than the %d allowed".formatted(length, longest);
        }
        try {
            String text = message.text().stripLeading();
            return text.startsWith("{") ? null : "is not a JSON object" + (text.startsWith("[") ? " but an array" : "");
        } catch (InvalidMessage e) {
            return e.getMessage();
        }
    }
}
