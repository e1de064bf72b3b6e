package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class OrganisationTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;
    private String bureau;

    @BeforeEach
    void bureau() throws Exception {
        admin = Visitor.administrator(port);
        bureau = create(null, "BUREAU", "局", 0);
    }

    @Test
    void keepsTheOrderOfSiblingsOverPages() throws Exception {
        String third = create(bureau, "DIVISION", "三", 3);
        String first = create(bureau, "DIVISION", "一", 1);
        String second = create(bureau, "DISTRICT", "二", 2);
        Visitor.Answer page = admin.get("/api/units?limit=2&parent=" + bureau);
        assertThat(ids(page)).containsExactly(first, second);
        Visitor.Answer rest = admin.get("/api/units?limit=2&parent=" + bureau + "&cursor="
                + page.body().get("next").asString());
        assertThat(ids(rest)).containsExactly(third);
        assertThat(rest.body().get("next").isNull()).isTrue();
        assertThat(admin.get("/api/units?cursor=nonsense").code()).isEqualTo("cursor-invalid");
    }

    @Test
    void movesAUnitWithAllThatIsBelowIt() throws Exception {
        String here = create(bureau, "DIVISION", "甲", 1);
        String there = create(bureau, "DIVISION", "乙", 2);
        String moved = create(here, "DIVISION", "丙", 1);
        String below = create(moved, "DIVISION", "丁", 1);
        admin.expect(200, admin.put("/api/units/" + moved, form(there, "DIVISION", "丙", 1)));
        assertThat(path(below)).isEqualTo("/" + bureau + "/" + there + "/" + moved + "/" + below + "/");
    }

    @Test
    void refusesACircle() throws Exception {
        String top = create(bureau, "DIVISION", "上", 1);
        String below = create(top, "DIVISION", "下", 1);
        assertThat(admin.put("/api/units/" + top, form(below, "DIVISION", "上", 1))
                        .code())
                .isEqualTo("unit-circle");
        assertThat(admin.put("/api/units/" + top, form(top, "DIVISION", "上", 1)).code())
                .isEqualTo("unit-circle");
    }

    @Test
    void neverMakesACircleOfTwoMovesAtOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String a = create(bureau, "DIVISION", "甲", 1);
                String b = create(bureau, "DIVISION", "乙", 2);
                Callable<Visitor.Answer> aUnderB = () -> admin.put("/api/units/" + a, form(b, "DIVISION", "甲", 1));
                Callable<Visitor.Answer> bUnderA = () -> admin.put("/api/units/" + b, form(a, "DIVISION", "乙", 2));
                List<Integer> statuses = both.invokeAll(List.of(aUnderB, bUnderA)).stream()
                        .map(OrganisationTest::status)
                        .sorted()
                        .toList();
                assertThat(statuses).containsExactly(200, 409);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void putsAUnitOnlyWhereItsKindBelongs() throws Exception {
        assertThat(admin.post("/api/units", form(bureau, "STREET", "街", 1)).code())
                .isEqualTo("unit-kind-misplaced");
        assertThat(admin.post("/api/units", form(null, "DIVISION", "处", 1)).code())
                .isEqualTo("unit-kind-misplaced");
        String district = create(bureau, "DISTRICT", "区", 1);
        create(district, "STREET", "街", 1);
        assertThat(admin.put("/api/units/" + district, form(bureau, "DIVISION", "区", 1))
                        .code())
                .isEqualTo("unit-kind-misplaced");
    }

    @Test
    void keepsAUnitThatHasUnitsOrPeople() throws Exception {
        String division = create(bureau, "DIVISION", "处", 1);
        assertThat(admin.delete("/api/units/" + bureau).code()).isEqualTo("unit-not-empty");
        Visitor.Person person = Visitor.newPerson(port);
        admin.expect(200, admin.send("PATCH", "/api/people/" + person.id(), Map.of("unitId", division)));
        assertThat(admin.delete("/api/units/" + division).code()).isEqualTo("unit-not-empty");
        String empty = create(bureau, "DIVISION", "空", 2);
        assertThat(admin.delete("/api/units/" + empty).status()).isEqualTo(204);
        assertThat(admin.get("/api/units/" + empty).status()).isEqualTo(404);
    }

    @Test
    void givesNoCodeTwice() throws Exception {
        Map<String, Object> form = form(bureau, "DIVISION", "处", 1);
        admin.expect(201, admin.post("/api/units", form));
        assertThat(admin.post("/api/units", form).code()).isEqualTo("unit-code-taken");
        String other = create(bureau, "DIVISION", "另", 2);
        assertThat(admin.put("/api/units/" + other, form).code()).isEqualTo("unit-code-taken");
    }

    @Test
    void recordsEveryChangeWithTheStatesAroundIt() throws Exception {
        String unit = create(bureau, "DIVISION", "处", 1);
        admin.put("/api/units/" + unit, form(bureau, "DIVISION", "新处", 1));
        admin.delete("/api/units/" + unit);
        List<String> entries = jdbc.sql("""
                        select action || ' ' || actor || ' ' || coalesce(encode(before_digest, 'hex'), '-') || ' '
                            || coalesce(encode(after_digest, 'hex'), '-')
                        from platform.audit_entry where object_id = ? order by id
                        """).param(unit).query(String.class).list();
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).startsWith("unit.create admin - ");
        assertThat(entries.get(1)).startsWith("unit.change admin " + lastWord(entries.get(0)));
        assertThat(entries.get(2)).isEqualTo("unit.remove admin " + lastWord(entries.get(1)) + " -");
    }

    @Test
    void isForAdministratorsAlone() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());
        assertThat(visitor.get("/api/units").status()).isEqualTo(403);
        assertThat(visitor.post("/api/units", form(null, "BUREAU", "局", 0)).status())
                .isEqualTo(403);
        assertThat(visitor.get("/api/people").status()).isEqualTo(403);
    }

    private String create(@Nullable String parent, String kind, String name, int ordinal) throws Exception {
        return admin.expect(201, admin.post("/api/units", form(parent, kind, name, ordinal)))
                .body()
                .get("id")
                .asString();
    }

    private static Map<String, Object> form(@Nullable String parent, String kind, String name, int ordinal) {
        Map<String, Object> form = new HashMap<>();
        if (parent != null) {
            form.put("parent", parent);
        }
        form.put("kind", kind);
        form.put("name", name);
        form.put("code", UUID.randomUUID().toString());
        form.put("ordinal", ordinal);
        return form;
    }

    private String path(String id) {
        return jdbc.sql("select path from platform.organisation_unit where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private static List<String> ids(Visitor.Answer page) {
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .map(unit -> unit.get("id").asString())
                .toList();
    }

    private static int status(Future<Visitor.Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String lastWord(String entry) {
        return entry.substring(entry.lastIndexOf(' ') + 1);
    }
}
