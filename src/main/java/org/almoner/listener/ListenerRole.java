package org.almoner.listener;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A process that listens, and does nothing else. */
@Configuration(proxyBeanMethods = false)
@Profile(ListenerRole.PROFILE)
class ListenerRole {

    static final String PROFILE = "listener";
}
