package org.almoner;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Almoner. */
@SpringBootApplication
public class Almoner {
    public static void main(String[] args) {
        SpringApplication.run(Almoner.class, args);
    }
}
