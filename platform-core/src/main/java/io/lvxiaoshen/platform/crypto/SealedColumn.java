package io.lvxiaoshen.platform.crypto;

import io.lvxiaoshen.platform.crypto.KeyPurpose.Kind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A column of type {@code bytea} whose values are sealed, in a table with a {@code uuid} column {@code id}. Offered as a
 * bean, its values get the new key when their purpose's key is rotated.
 *
 * @param table with its schema, such as {@code platform.account}
 * @param column its name
 * @param purpose one for ciphers
 */
public record SealedColumn(String table, String column, KeyPurpose purpose) {
    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]+");

    public SealedColumn {
        // Both become part of statements.
        if (!TABLE.matcher(table).matches() || !COLUMN.matcher(column).matches()) {
            throw new IllegalArgumentException("no names of a table and a column: " + table + ", " + column);
        }
        purpose.require(Kind.CIPHER);
    }

    /** Returns what a value of this column in the row {@code id} is sealed for: moved elsewhere, it does not open. */
    public byte[] context(UUID id) {
        return (table + "." + column + " " + id).getBytes(StandardCharsets.UTF_8);
    }
}
