package org.almoner.orphan;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads whose pending payments become orphans, and when. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrphanSettings.class)
class OrphanConfiguration {}
