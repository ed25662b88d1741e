package org.almoner;

import org.almoner.listener.ListenerRole;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Profile;
import sun.misc.Signal;

/** Starts Almoner; or, with the profile {@code listener}, only what listens to gateways. */
@SpringBootApplication
@Profile("!" + ListenerRole.PROFILE)
public class Almoner {
    public static void main(String[] args) {
        endWellOn("TERM");
        endWellOn("INT");
        SpringApplication.run(new Class<?>[] {Almoner.class, ListenerRole.class}, args);
    }

    /** To be asked to stop is no failure: exit code 0 after the drain, where the JVM's own handler says 128 and more. */
    private static void endWellOn(String signal) {
        Signal.handle(new Signal(signal), asked -> System.exit(0));
    }
}
