package io.lvxiaoshen.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class PeopleTest {
    private static final String ID_NUMBER = "11010519491231002X";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CryptoService crypto;

    private Visitor admin;

    @BeforeEach
    void signIn() throws Exception {
        admin = Visitor.administrator(port);
    }

    @Test
    void letsANewPersonDoNothingBeforeTheInitialPasswordIsChanged() throws Exception {
        Visitor.Answer created =
                admin.expect(201, admin.post("/api/people", Map.of("username", "newcomer", "displayName", "新来的")));
        String password = created.body().get("password").asString();
        Visitor newcomer = new Visitor(port);
        assertThat(newcomer.signIn("newcomer", password)
                        .body()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        assertThat(newcomer.get("/api/account/sessions").code()).isEqualTo("password-change-required");
        assertThat(newcomer.isSignedIn()).isTrue();
        newcomer.expect(
                204,
                newcomer.put("/api/account/password", Map.of("current", password, "replacement", Visitor.PASSWORD)));
        assertThat(newcomer.get("/api/account/sessions").status()).isEqualTo(200);
        assertThat(admin.get("/api/people/"
                                + created.body().get("person").get("id").asString())
                        .body()
                        .toString())
                .doesNotContain(password);
    }

    @Test
    void givesNoUserNameTwiceAndOnlyPlainOnes() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        assertThat(admin.post("/api/people", Map.of("username", person.username(), "displayName", "又一个"))
                        .code())
                .isEqualTo("username-taken");
        assertThat(admin.post("/api/people", Map.of("username", "Ädmin", "displayName", "假管理员"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void storesPersonalDataSealedAndShowsItWithStars() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        Visitor.Answer changed = admin.expect(
                200, change(person, Map.of("phone", "138 0013-8000", "idNumber", ID_NUMBER, "position", "科长")));
        assertThat(changed.body().get("phone").asString()).isEqualTo("138****8000");
        assertThat(changed.body().get("idNumber").asString()).isEqualTo("110*************2X");
        assertThat(admin.get("/api/people/" + person.id() + "/personal-data")
                        .body()
                        .toString())
                .contains("13800138000", ID_NUMBER);
        String row = jdbc.sql("select account::text from platform.account where id = ?::uuid")
                .param(person.id())
                .query(String.class)
                .single();
        assertThat(row).contains("科长").doesNotContain("13800138000", ID_NUMBER, hex("13800138000"), hex(ID_NUMBER));
        assertThat(audited(person, "account.reveal")).isEqualTo(1);
        change(person, Map.of("phone", "", "idNumber", ""));
        assertThat(admin.get("/api/people/" + person.id()).body().get("phone").isNull())
                .isTrue();
    }

    @Test
    void findsAPersonByTheWholePhoneNumberEvenAfterTheKeyHasChanged() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        change(person, Map.of("phone", "13900139000"));
        assertThat(found("phone=13900139000")).containsExactly(person.username());
        crypto.rotate(KeyPurpose.LOOKUP);
        crypto.rotate(KeyPurpose.PERSONAL_DATA);
        assertThat(found("phone=139-0013-9000")).containsExactly(person.username());
        assertThat(found("phone=13900139")).isEmpty();
    }

    @Test
    void findsPeopleByPartOfTheNameAndByUnit() throws Exception {
        Visitor.Person one = Visitor.newPerson(port);
        Visitor.Person other = Visitor.newPerson(port);
        change(one, Map.of("displayName", "王百分_之%"));
        assertThat(found("text=%E7%99%BE%E5%88%86_")).containsExactly(one.username());
        assertThat(found("text=" + other.username().toUpperCase(Locale.ROOT))).contains(other.username());
        String bureau = unit(null, "BUREAU");
        String division = unit(bureau, "DIVISION");
        change(one, Map.of("unitId", division));
        assertThat(found("unit=" + bureau)).containsExactly(one.username());
        assertThat(found("unit=" + division)).containsExactly(one.username());
    }

    @Test
    void listsEveryoneOverPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            Visitor.newPerson(port);
        }
        List<String> all = found("limit=200");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (true) {
            Visitor.Answer page = admin.get("/api/people?limit=2" + cursor);
            paged.addAll(usernames(page));
            if (page.body().get("next").isNull()) {
                break;
            }
            cursor = "&cursor=" + page.body().get("next").asString();
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().contains("admin");
    }

    @Test
    void refusesWhatIsNoPhoneOrIdentityNumber() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        assertThat(change(person, Map.of("phone", "12ab")).code()).isEqualTo("phone-invalid");
        assertThat(change(person, Map.of("idNumber", "110105194912310021")).code())
                .isEqualTo("id-number-invalid");
        change(person, Map.of("idNumber", "440524188001010014"));
        assertThat(change(Visitor.newPerson(port), Map.of("idNumber", "440524 18800101 0014"))
                        .code())
                .isEqualTo("id-number-taken");
    }

    @Test
    void shutsAPersonOutAtOnce() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());
        admin.expect(200, admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", false)));
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.signIn(person.username(), person.password()).code()).isEqualTo("account-disabled");
        assertThat(visitor.signIn(person.username(), "not the password").code()).isEqualTo("sign-in-refused");
        admin.expect(200, admin.put("/api/people/" + person.id() + "/enabled", Map.of("enabled", true)));
        assertThat(visitor.signIn(person.username(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void neverLosesItsLastAdministrator() throws Exception {
        String self = admin.get("/api/session").body().get("user").get("id").asString();
        assertThat(admin.put("/api/people/" + self + "/enabled", Map.of("enabled", false))
                        .code())
                .isEqualTo("own-account");
    }

    @Test
    void givesALockedOutPersonANewPassword() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        Visitor visitor = Visitor.signedIn(port, person.username(), person.password());
        for (int i = 0; i < 5; i++) {
            new Visitor(port).signIn(person.username(), "wrong");
        }
        String password = admin.expect(200, admin.post("/api/people/" + person.id() + "/password", Map.of()))
                .body()
                .get("password")
                .asString();
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.signIn(person.username(), person.password()).status())
                .isEqualTo(401);
        assertThat(visitor.signIn(person.username(), password)
                        .body()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void recordsEveryChangeInItsTransaction() throws Exception {
        Visitor.Person person = Visitor.newPerson(port);
        assertThat(audited(person, "account.create")).isEqualTo(1);
        change(person, Map.of("position", "处长"));
        change(person, Map.of("phone", "nonsense"));
        assertThat(audited(person, "account.change")).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select before_digest <> after_digest from platform.audit_entry
                        where object_id = ? and action = 'account.change'
                        """).param(person.id()).query(Boolean.class).single())
                .isTrue();
    }

    private Visitor.Answer change(Visitor.Person person, Map<String, String> change) throws Exception {
        return admin.send("PATCH", "/api/people/" + person.id(), change);
    }

    private String unit(@Nullable String parent, String kind) throws Exception {
        Map<String, Object> form = new HashMap<>(
                Map.of("kind", kind, "name", kind, "code", UUID.randomUUID().toString(), "ordinal", 1));
        if (parent != null) {
            form.put("parent", parent);
        }
        return admin.expect(201, admin.post("/api/units", form))
                .body()
                .get("id")
                .asString();
    }

    private List<String> found(String query) throws Exception {
        return usernames(admin.expect(200, admin.get("/api/people?" + query)));
    }

    private static List<String> usernames(Visitor.Answer page) {
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .map(person -> person.get("username").asString())
                .toList();
    }

    private int audited(Visitor.Person person, String action) {
        return jdbc.sql("select count(*) from platform.audit_entry where object_id = ? and action = ?")
                .param(person.id())
                .param(action)
                .query(Integer.class)
                .single();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
