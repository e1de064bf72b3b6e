package io.lvxiaoshen.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the platform; the application starts with none set.
 *
 * @param data the folder that holds everything the application keeps
 * @param database where the data base is
 * @param administratorPassword password of the first administrator; only read when no account exists yet, generated and
 *     shown once when absent
 * @param jobThreads how many background jobs (parsing, indexing) run at the same time; 0 means as many as processors, at
 *     least two
 */
@ConfigurationProperties("lvxiaoshen.platform")
public record PlatformProperties(
        @DefaultValue("data") Path data,
        @DefaultValue Database database,
        @Nullable String administratorPassword,
        @DefaultValue("0") int jobThreads) {

    /** Returns a folder or file below the data folder. */
    public Path inData(String name) {
        return data.toAbsolutePath().normalize().resolve(name);
    }

    /** Returns how many background jobs run at the same time. */
    public int effectiveJobThreads() {
        return jobThreads > 0 ? jobThreads : Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Settings of the database connection.
     *
     * @param url JDBC address of a PostgreSQL-compatible database, such as {@code jdbc:postgresql://db:5432/lvxiaoshen};
     *     without it the application starts a PostgreSQL of its own in the data folder
     * @param username name to sign in with; may also be part of the address
     * @param password password to sign in with; may also be part of the address
     * @param connections most connections held at the same time
     */
    public record Database(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("20") int connections) {}
}
