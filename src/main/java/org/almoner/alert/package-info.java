/** What somebody should look at: raised with what caused it, told once that is committed, mailed not too often. */
@NullMarked
package org.almoner.alert;

import org.jspecify.annotations.NullMarked;
