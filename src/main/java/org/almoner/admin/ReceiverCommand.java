package org.almoner.admin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A command and whom it is meant for: one deployment version, or all. */
record ReceiverCommand(Command command, @Nullable DeploymentVersion deploymentVersion) {

    /** From texts: of numbers, Jackson would make constants by their order. */
    @JsonCreator
    static ReceiverCommand of(
            @JsonProperty("command") @Nullable String command,
            @JsonProperty("deploymentVersion") @Nullable String version) {
        return new ReceiverCommand(
                Command.valueOf(String.valueOf(command)), version == null ? null : DeploymentVersion.valueOf(version));
    }
}
