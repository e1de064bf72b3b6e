package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts, as far as people are concerned. */
@Repository
class PeopleTable {
    private static final String SELECT = """
            select account.*, unit.name as unit_name from platform.account
            left join platform.organisation_unit unit on unit.id = account.unit_id
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    PeopleTable(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql(SELECT + "where account.id = ?")
                .param(id)
                .query(this::person)
                .optional();
    }

    /** Lists people in the order of their user names. */
    Slice<Person> list(Filter filter, int limit, @Nullable String after) {
        List<byte[]> indexes =
                filter.phone() == null ? List.of() : personal.indexes(PersonalField.PHONE, filter.phone());
        List<Person> rows = jdbc.sql(SELECT + """
                        where account.username > :after
                          and (:anyName or strpos(lower(account.display_name), lower(:text)) > 0
                               or strpos(account.username, lower(:text)) > 0)
                          and (:anyPhone or account.phone_index in (:indexes))
                          and (:anyUnit or starts_with(
                               unit.path, (select path from platform.organisation_unit where id = :unit::uuid)))
                        order by account.username limit :rows
                        """)
                .param("after", after == null ? "" : after)
                .param("anyName", filter.text() == null)
                .param("text", filter.text() == null ? "" : filter.text())
                .param("anyPhone", filter.phone() == null)
                .param("indexes", indexes.isEmpty() ? List.of(new byte[0]) : indexes)
                .param("anyUnit", filter.unit() == null)
                .param("unit", filter.unit())
                .param("rows", limit + 1)
                .query(this::person)
                .list();
        return Slice.of(rows, limit, Person::username);
    }

    void setProfile(UUID id, String displayName, @Nullable UUID unit, String position) {
        jdbc.sql("update platform.account set display_name = ?, unit_id = ?, position = ? where id = ?")
                .param(displayName)
                .param(unit)
                .param(position)
                .param(id)
                .update();
    }

    /** Stores a phone number sealed, or removes it. */
    void setPhone(UUID id, @Nullable String phone) {
        jdbc.sql("update platform.account set phone = ?, phone_index = ? where id = ?")
                .param(phone == null ? null : personal.seal(PersonalField.PHONE, id, phone))
                .param(phone == null ? null : personal.index(PersonalField.PHONE, phone))
                .param(id)
                .update();
    }

    /** Stores an identity number sealed, or removes it. */
    void setIdNumber(UUID id, @Nullable String idNumber) {
        jdbc.sql("update platform.account set id_number = ?, id_number_index = ? where id = ?")
                .param(idNumber == null ? null : personal.seal(PersonalField.ID_NUMBER, id, idNumber))
                .param(idNumber == null ? null : personal.index(PersonalField.ID_NUMBER, idNumber))
                .param(id)
                .update();
    }

    boolean hasIdNumber(String idNumber, UUID otherThan) {
        return jdbc.sql("""
                        select exists (
                            select 1 from platform.account where id_number_index in (:indexes) and id <> :id)
                        """)
                .param("indexes", personal.indexes(PersonalField.ID_NUMBER, idNumber))
                .param("id", otherThan)
                .query(Boolean.class)
                .single();
    }

    void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update platform.account set enabled = ? where id = ?")
                .param(enabled)
                .param(id)
                .update();
    }

    /** Returns what is sealed of a person, in the clear. */
    Revealed reveal(UUID id) {
        return jdbc.sql("select id, phone, id_number from platform.account where id = ?")
                .param(id)
                .query((row, number) -> new Revealed(
                        open(row, PersonalField.PHONE, "phone"), open(row, PersonalField.ID_NUMBER, "id_number")))
                .single();
    }

    /** Returns the digest of everything about a person that administrators change. */
    byte[] digest(UUID id) {
        return jdbc.sql(SELECT + "where account.id = ?")
                .param(id)
                .query((row, number) -> {
                    StateDigest digest = new StateDigest("account");
                    for (String column : List.of("username", "display_name", "unit_id", "position", "enabled")) {
                        digest.with(column, row.getObject(column));
                    }
                    // The blind indexes stand for what is sealed: they change with it and give nothing away.
                    return digest.with("phone", hex(row, "phone_index"))
                            .with("id_number", hex(row, "id_number_index"))
                            .finish();
                })
                .single();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        @Nullable String phone = open(row, PersonalField.PHONE, "phone");
        @Nullable String idNumber = open(row, PersonalField.ID_NUMBER, "id_number");
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("position"),
                phone == null ? null : PersonalField.PHONE.masked(phone),
                idNumber == null ? null : PersonalField.ID_NUMBER.masked(idNumber),
                Stream.of((String[]) row.getArray("roles").getArray()).sorted().toList(),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                Accounts.instant(row, "locked_until"),
                row.getBoolean("totp_confirmed"),
                row.getString("sm2_public_key") != null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable String open(ResultSet row, PersonalField field, String column) throws SQLException {
        byte[] stored = row.getBytes(column);
        return stored == null ? null : personal.open(field, row.getObject("id", UUID.class), stored);
    }

    private static @Nullable String hex(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /**
     * Which people are wanted; null leaves a condition out.
     *
     * @param text part of the name or user name
     * @param phone the whole telephone number in canonical form
     * @param unit theirs, or one above theirs
     */
    record Filter(
            @Nullable String text,
            @Nullable String phone,
            @Nullable UUID unit) {}

    /** What is sealed, in the clear. */
    record Revealed(@Nullable String phone, @Nullable String idNumber) {}
}
