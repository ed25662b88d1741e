/** The caretakers: jobs that start because time has passed. They know the domain and the machine, and nobody knows them. */
@NullMarked
package org.almoner.batch;

import org.jspecify.annotations.NullMarked;
