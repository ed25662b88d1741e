package org.almoner.benchmark;

/** What is pushed: messages that are all good, or those that a bad day brings. */
enum Load {
    CLEAN("all good") {
        @Override
        byte[] message(int place) {
            return PendingMessages.message(place);
        }

        @Override
        int rows(int messages) {
            return messages;
        }
    },

    MALFORMED("1 in 100 malformed") {
        @Override
        byte[] message(int place) {
            return place % 100 == 99 ? PendingMessages.malformed(place) : PendingMessages.message(place);
        }

        @Override
        int rows(int messages) {
            return messages - messages / 100;
        }
    },

    TWICE("each message twice") {
        @Override
        byte[] message(int place) {
            return PendingMessages.message(place / (2 * APART) * APART + place % APART);
        }

        @Override
        int rows(int messages) {
            return messages / 2;
        }
    };

    /** So far behind the first comes the second, most often in another claim. */
    private static final int APART = 500;

    private final String words;

    Load(String words) {
        this.words = words;
    }

    abstract byte[] message(int place);

    /** How many rows such messages leave behind, when there is a multiple of 1000 of them. */
    abstract int rows(int messages);

    String words() {
        return words;
    }
}
