package org.almoner.queue;

/** Text that can be stored and logged: what PostgreSQL refuses or a log would take for more than a line becomes a '?'. */
class Legible {

    private Legible() {}

    static String text(String text, int longest) {
        var legible = new StringBuilder();
        text.codePoints().limit(longest).map(c -> isLegible(c) ? c : '?').forEach(legible::appendCodePoint);
        return legible.toString();
    }

    private static boolean isLegible(int codePoint) {
        boolean layout = codePoint == '\n' || codePoint == '\t';
        return layout || (!Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE);
    }
}
