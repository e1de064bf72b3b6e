package io.lvxiaoshen.platform.database;

import io.lvxiaoshen.platform.PlatformProperties;
import org.jspecify.annotations.Nullable;

/** The database that is used: a given one, or one of our own that lives as long as this object. */
final class DatabaseServer implements AutoCloseable {
    private final String url;
    private final @Nullable String username;
    private final @Nullable String password;
    private final AutoCloseable running;

    private DatabaseServer(String url, @Nullable String username, @Nullable String password, AutoCloseable running) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.running = running;
    }

    /** Connects to the given database, or starts the embedded one when none is given. */
    static DatabaseServer start(PlatformProperties properties) {
        DataFolderLock lock = DataFolderLock.take(properties.inData(""));
        PlatformProperties.Database database = properties.database();
        if (database.url() != null) {
            return new DatabaseServer(database.url(), database.username(), database.password(), lock);
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(properties.inData("postgres"));
            return new DatabaseServer(postgres.url(), postgres.username(), postgres.password(), () -> {
                postgres.close();
                lock.close();
            });
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    @Nullable
    String username() {
        return username;
    }

    @Nullable
    String password() {
        return password;
    }

    @Override
    public void close() throws Exception {
        running.close();
    }
}
