/** The rules of the house, for routes, classes, migrations: each file holds them, and each rule is shown to bite. */
@NullMarked
package org.almoner.house;

import org.jspecify.annotations.NullMarked;
