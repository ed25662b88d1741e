package org.almoner.simulator;

/**
 * How far a notification has come.
 *
 * @param number by which it is replayed
 * @param attempts so far
 * @param status of the listener's last answer, or 0 where none came
 */
public record Delivery(
        int number, String gateway, Event event, String payment, Forgery forgery, int attempts, int status) {

    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    Delivery answered(int status) {
        return new Delivery(number, gateway, event, payment, forgery, attempts + 1, status);
    }
}
