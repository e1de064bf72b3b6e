package io.lvxiaoshen;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** Habits that keep the code one. */
class HouseRulesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lvxiaoshen");
    private static final Pattern UNTELLING =
            Pattern.compile("Base[A-Z].*|.*(Utils?|Helper|Manager|Impl|(?<!Knowledge)Base)");

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(be(new DescribedPredicate<JavaClass>("in a null-marked package") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackage().isAnnotatedWith(NullMarked.class);
                    }
                }))
                .check(ALL);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(ALL);
    }

    @Test
    void noStateIsStatic() {
        noFields().that().areStatic().should().notBeFinal().check(ALL);
    }

    @Test
    void endpointsAreNotPublic() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should(be(new DescribedPredicate<JavaClass>("named Util, Helper, Manager, Impl or Base") {
                    @Override
                    public boolean test(JavaClass type) {
                        return UNTELLING.matcher(type.getSimpleName()).matches();
                    }
                }))
                .check(ALL);
    }

    @Test
    void nobodyPrintsButTheWelcomeAndTheCommands() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Welcome")
                .and()
                .doNotHaveSimpleName("OfflineCommands")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(ALL);
    }
}
