package org.almoner.gateway;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param folder where gateways' reports are put, for those who reconcile them; created when there is a first */
@ConfigurationProperties("almoner.gateway.reports")
record ReportSettings(Path folder) {}
