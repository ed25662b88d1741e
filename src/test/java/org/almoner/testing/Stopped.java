package org.almoner.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routes that are stopped while a class's tests run, so that what is sent to them stays where it can be seen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoppedRoutes.class)
public @interface Stopped {
    String[] value();
}
