/** What is said of a deployment: the objects that k8s/ builds, and the settings and their variables. */
@NullMarked
package org.almoner.deploy;

import org.jspecify.annotations.NullMarked;
