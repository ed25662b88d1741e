/** Takes what gateways tell us over HTTPS, and keeps it before it is judged; also as a process of its own, without a database. */
@NullMarked
package org.almoner.listener;

import org.jspecify.annotations.NullMarked;
