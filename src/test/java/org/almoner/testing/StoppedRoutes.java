package org.almoner.testing;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Stops routes before each test, as one may have started them, and starts them when all have run. */
final class StoppedRoutes implements BeforeEachCallback, AfterAllCallback {
    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        for (String route : routes(test)) {
            controller(test).stopRoute(route);
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        for (String route : routes(tests)) {
            controller(tests).startRoute(route);
        }
    }

    private static String[] routes(ExtensionContext test) {
        return test.getRequiredTestClass().getAnnotation(Stopped.class).value();
    }

    private static RouteController controller(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test)
                .getBean(CamelContext.class)
                .getRouteController();
    }
}
