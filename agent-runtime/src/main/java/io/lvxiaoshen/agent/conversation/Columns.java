package io.lvxiaoshen.agent.conversation;

import io.lvxiaoshen.platform.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How values stand in PostgreSQL columns. */
final class Columns {
    private Columns() {}

    /** PostgreSQL keeps microseconds: cut off the rest here, so that what was written equals what is read. */
    static OffsetDateTime timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    /** PostgreSQL takes neither NUL nor half a surrogate pair; other control characters are of no use in a text. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || !unwanted(c) ? c : ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    static ProblemException invalidCursor() {
        return ProblemException.invalid("cursor-invalid", "分页位置无效。", "请从第一页重新读取。");
    }

    private static boolean unwanted(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
