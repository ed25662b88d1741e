/** The caretaker that finds payments nobody came back from, and has their gateways asked about them. */
@NullMarked
package org.almoner.batch.orphan;

import org.jspecify.annotations.NullMarked;
