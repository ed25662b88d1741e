package org.almoner.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All gateways there are. */
final class Gateways {
    private Gateways() {}

    static List<Gateway> all(Payments payments) {
        return List.of(
                new SimulatedAdyen(payments),
                new SimulatedPayPal(payments),
                new SimulatedAmazon(payments),
                new SimulatedIngenico(payments),
                new SimulatedDlocal(payments),
                new SimulatedGravy(payments),
                new SimulatedBraintree(payments));
    }

    static Map<String, String> settings(String url) {
        var settings = new TreeMap<String, String>();
        all(new Payments()).forEach(gateway -> settings.putAll(gateway.settings(url + "/" + gateway.name())));
        return settings;
    }
}
