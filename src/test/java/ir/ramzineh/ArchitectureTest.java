package ir.ramzineh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the house: which module may know which, and the few rules that keep it honest. */
@AnalyzeClasses(packages = "ir.ramzineh", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "..kernel..",
        "..otp..",
        "..vault..",
        "..audit..",
        "..issuer..",
        "..corebank..",
        "..sms..",
        "..customer..",
        "..credential..",
        "..registration..",
        "..card..",
        "..token..",
        "..verification..",
        "..fraudcase..",
        "..approval..",
        "..numberchange..",
        "ir.ramzineh.counter..",
        "..terminal..",
        "..textin..",
        "..ussd..",
        "..report..",
        "..staff..",
        "..helpdesk..",
        "..meter..",
        "..gatewaytoken..",
        "..webhook..",
        "ir.ramzineh.administration..",
        "..bulkimport.."
    };

    @Test
    void modulesDependOnlyDownTheTable() {
        ApplicationModules.of(Application.class).verify();
    }

    @ArchTest
    static final ArchRule viewsArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theDomainKnowsNeitherVaadinNorTheWeb = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..", "jakarta.servlet..", "org.springframework.web.servlet..");

    @ArchTest
    static final ArchRule kernelAndOtpStandOnTheJdk = noClasses()
            .that()
            .resideInAnyPackage("..kernel..", "..otp..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.jdbc..", "org.springframework.stereotype..", "org.springframework.context..");

    @ArchTest
    static final ArchRule timeComesInThroughTheFrontDoor = noClasses()
            .that()
            .doNotBelongToAnyOf(Application.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule chanceComesInThroughTheFrontDoor =
            noClasses().that().doNotBelongToAnyOf(Application.class).should().callConstructor(SecureRandom.class);

    /** What a second person has approved is known to the bulk import alone; everybody else proposes (security case 22). */
    @ArchTest
    static final ArchRule stockIsTakenOverByApprovedFilesAlone = noClasses()
            .that()
            .resideOutsideOfPackage("..bulkimport..")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("takeOver"))
                    .and(JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    HasName.Predicates.name("ir.ramzineh.gatewaytoken.GatewayStock")))));

    /** A stream of rows holds its connection until somebody closes it; lists do not. */
    @ArchTest
    static final ArchRule rowsAreReadAsLists = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("queryForStream")));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that(isTopLevel())
            .should(new com.tngtech.archunit.lang.ArchCondition<>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                    events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                            type, marked, type.getPackageName() + " is " + (marked ? "" : "not ") + "@NullMarked"));
                }
            });

    private static DescribedPredicate<JavaClass> isTopLevel() {
        return DescribedPredicate.describe("are top level", type -> !type.isNestedClass());
    }
}
