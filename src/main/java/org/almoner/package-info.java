/** Takes donation and payment messages from Redis lists to PostgreSQL: the main class and, below it, one room for each noun. */
@NullMarked
package org.almoner;

import org.jspecify.annotations.NullMarked;
