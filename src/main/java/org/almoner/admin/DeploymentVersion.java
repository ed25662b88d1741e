package org.almoner.admin;

/** Which of two deployments that work side by side, while one replaces the other, a process belongs to. */
enum DeploymentVersion {
    STAGING,
    PROD
}
