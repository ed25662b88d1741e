package org.almoner.wire;

/**
 * A record that says something about a person. Wherever its text ends up, in a log, an error or a trace, it shows none of
 * it: such a record returns {@link #masked()} as its {@code toString()}.
 */
public interface Personal {

    default String masked() {
        return getClass().getSimpleName() + "[…]";
    }
}
