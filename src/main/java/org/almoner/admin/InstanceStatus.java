package org.almoner.admin;

import java.util.List;

/** How the receivers of one process are. */
record InstanceStatus(String instanceId, DeploymentVersion deploymentVersion, List<ReceiverStatus> receiverStatuses) {}
