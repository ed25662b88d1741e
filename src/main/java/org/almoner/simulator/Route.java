package org.almoner.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call that a gateway answers.
 *
 * @param word that the body must contain, where the path alone does not tell
 */
record Route(String method, Pattern path, String word, Operation operation, Act act) {

    /** Answers a call; the id is what the path's first group matched. */
    interface Act {
        Answer answer(Call call, String id);
    }

    static Route of(String method, String path, Operation operation, Act act) {
        return new Route(method, Pattern.compile(path), "", operation, act);
    }

    Route saying(String word) {
        return new Route(method, path, word, operation, act);
    }

    boolean matches(Call call) {
        return call.method().equals(method)
                && path.matcher(call.path()).matches()
                && (word.isEmpty() || call.text().contains(word));
    }

    Answer answer(Call call) {
        return act.answer(call, id(call));
    }

    String id(Call call) {
        Matcher matcher = path.matcher(call.path());
        return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    }
}
