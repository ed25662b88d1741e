package org.almoner.admin;

/** What operators may command. */
enum Command {
    START,
    STOP
}
