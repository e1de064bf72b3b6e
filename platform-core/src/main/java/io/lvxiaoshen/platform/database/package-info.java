/** The database: an embedded PostgreSQL where none is given, and the schema of every module. */
@NullMarked
package io.lvxiaoshen.platform.database;

import org.jspecify.annotations.NullMarked;
