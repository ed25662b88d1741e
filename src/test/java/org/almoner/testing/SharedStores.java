package org.almoner.testing;

/** The PostgreSQL and the Redis of this test run, started when first asked for. */
public final class SharedStores {
    private static final TestPostgres POSTGRES = new TestPostgres().start();
    private static final TestRedis REDIS = new TestRedis().start();

    private SharedStores() {}

    /** The database that the shared application context works on. */
    public static String jdbcUrl() {
        return POSTGRES.url();
    }

    public static String redisUrl() {
        return REDIS.url();
    }

    /** A new, empty database on the shared PostgreSQL, by its JDBC URL. */
    public static String newDatabase() {
        return POSTGRES.newDatabase();
    }
}
