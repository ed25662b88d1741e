package org.almoner.embedded;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almoner.simulator.Simulator;
import org.springframework.core.env.Environment;

/** Whether the settings say who we are at any gateway. */
final class ConfiguredGateways {
    /** Settings that have a value of their own, whoever we are. */
    private static final Pattern SAY_NOTHING = Pattern.compile(".*(url|account|sandbox|listener|notification)");

    private static final Pattern IN_A_LIST = Pattern.compile("\\[0].*");

    private ConfiguredGateways() {}

    static boolean anyIn(Environment settings) {
        return Simulator.settings(0).keySet().stream()
                .filter(name -> !SAY_NOTHING.matcher(name).matches())
                .flatMap(name -> Stream.of(name, IN_A_LIST.matcher(name).replaceAll("")))
                .map(settings::getProperty)
                .filter(Objects::nonNull)
                .anyMatch(value -> !value.isBlank());
    }
}
