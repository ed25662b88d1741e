/** How fast Almoner is, beside the fastest that its stores allow; {@code docs/benchmark.md} tells how to run it. */
@NullMarked
package org.almoner.benchmark;

import org.jspecify.annotations.NullMarked;
