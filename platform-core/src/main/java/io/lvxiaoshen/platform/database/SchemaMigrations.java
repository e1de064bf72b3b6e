package io.lvxiaoshen.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema of every module up to date. A module owns one PostgreSQL schema, named like the folder that holds its
 * migrations: {@code db/migration/knowledge/V1__….sql} creates tables in schema {@code knowledge}. Schemas do not refer
 * to each other, so their order does not matter.
 */
final class SchemaMigrations {
    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z_]+)/V[^/]+\\.sql$");

    private SchemaMigrations() {}

    /** Migrates every module found on the class path. */
    static void run(DataSource dataSource) {
        for (String module : modules()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .createSchemas(true)
                    .table("schema_history")
                    .load()
                    .migrate();
        }
    }

    static List<String> modules() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            return Arrays.stream(scripts)
                    .map(SchemaMigrations::module)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Resource script) {
        try {
            Matcher matcher = MODULE.matcher(script.getURL().toString());
            if (!matcher.find()) {
                throw new IllegalStateException("migration outside of a module's folder: " + script);
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
