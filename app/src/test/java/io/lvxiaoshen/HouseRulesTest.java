package io.lvxiaoshen;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** Habits that keep the code one. */
class HouseRulesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lvxiaoshen");

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should()
                .resideInAPackage("..")
                .andShould(new com.tngtech.archunit.lang.ArchCondition<>("be in a null-marked package") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                        }
                    }
                })
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
    void endpointsLiveInWebPackagesAndAreNotPublic() {
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
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                        are(new DescribedPredicate<JavaClass>("named Util, Helper, Manager, Impl or Base") {
                            @Override
                            public boolean test(JavaClass type) {
                                return type.getSimpleName()
                                        .matches("(Base[A-Z].*)|(.*(Utils?|Helper|Manager|Impl|(?<!Knowledge)Base))");
                            }
                        })))
                .check(ALL);
    }

    @Test
    void nobodyPrintsButTheWelcome() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Welcome")
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
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(ALL);
    }
}
