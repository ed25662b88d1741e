package org.almoner.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where operators command all processes, through whichever of them answers, and see how they are. */
@RestController
@RequestMapping("/event-receivers")
class EventReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(EventReceivers.class);

    /** What is answered: how each process is. */
    record Answer(List<InstanceStatus> status) {}

    private final Commands commands;
    private final Instances instances;

    EventReceivers(Commands commands, Instances instances) {
        this.commands = commands;
        this.instances = instances;
    }

    @PostMapping("/commands")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void command(@RequestBody ReceiverCommand command, @RequestAttribute(ApiKeys.GIVEN) String key) {
        commands.add(command, key);
        var version = command.deploymentVersion();
        LOG.info("command={} version={} key={}", command.command(), version == null ? "all" : version, key);
    }

    @GetMapping("/status")
    Answer status(@RequestParam(required = false) @Nullable DeploymentVersion version) {
        var found = instances.all().stream()
                .filter(instance -> version == null || instance.deploymentVersion() == version)
                .toList();
        if (found.isEmpty()) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }
        return new Answer(found);
    }
}
