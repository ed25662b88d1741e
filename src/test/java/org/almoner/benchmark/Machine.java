package org.almoner.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** What the figures were measured on; without it they say nothing. */
record Machine(Stores stores) {

    String describe() throws SQLException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %.0f GiB, %s %s, JDK %s, PostgreSQL %s (fsync=%s, synchronous_commit=%s), Redis %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / Math.pow(1024, 3),
                        system.getName(),
                        system.getArch(),
                        Runtime.version().feature(),
                        stores.setting("server_version"),
                        stores.setting("fsync"),
                        stores.setting("synchronous_commit"),
                        stores.redisVersion());
    }
}
