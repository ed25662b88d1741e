package org.almoner;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import sun.misc.Signal;

/** Starts Almoner. */
@SpringBootApplication
public class Almoner {
    public static void main(String[] args) {
        endWellOn("TERM");
        endWellOn("INT");
        SpringApplication.run(Almoner.class, args);
    }

    /** To be asked to stop is no failure: exit code 0 after the drain, where the JVM's own handler says 128 and more. */
    private static void endWellOn(String signal) {
        Signal.handle(new Signal(signal), asked -> System.exit(0));
    }
}
