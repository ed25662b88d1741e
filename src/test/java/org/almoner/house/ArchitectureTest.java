package org.almoner.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "org.almoner", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> MACHINE = resideInAPackage("org.almoner.queue..");
    private static final DescribedPredicate<JavaClass> BATCH = resideInAPackage("org.almoner.batch..");
    private static final DescribedPredicate<JavaClass> START = resideInAnyPackage(
            "org.almoner",
            "org.almoner.admin..",
            "org.almoner.call..",
            "org.almoner.embedded..",
            "org.almoner.listener..",
            "org.almoner.simulator..",
            "org.almoner.start..");

    /** Whatever is not the machinery around it: a new package is part of the domain without being named here. */
    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAPackage("org.almoner..")
            .and(DescribedPredicate.not(MACHINE.or(BATCH).or(START)))
            .as("the domain");

    @ArchTest
    static final ArchRule machineKnowsNoDomainAndNoCaretaker =
            noClasses().that(MACHINE).should().dependOnClassesThat(DOMAIN.or(BATCH));

    @ArchTest
    static final ArchRule domainKnowsNoCaretaker =
            noClasses().that(DOMAIN).should().dependOnClassesThat(BATCH.or(START));

    @ArchTest
    static final ArchRule nobodyKnowsTheCaretakers =
            noClasses().that(DescribedPredicate.not(BATCH)).should().dependOnClassesThat(BATCH);

    @ArchTest
    static final ArchRule domainKnowsNoInfrastructure = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.apache.camel..",
                    "org.springframework.data.redis..",
                    "io.lettuce..",
                    "org.springframework.batch..",
                    "org.springframework.transaction..",
                    "org.quartz.."));

    @ArchTest
    static final ArchRule storesWriteThroughTheUnitOfWork = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.sql..", "org.springframework.jdbc.core.simple.."))
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("JdbcTemplate");

    @ArchTest
    static final ArchRule handlersHaveOnePublicMethod =
            classes().that().haveSimpleNameEndingWith("Handler").and(DOMAIN).should(haveOnePublicMethod());

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*\\.(\\w+(Utils?|Helper|Manager|Impl|Service)|(Base|Abstract)\\w+)(\\$.*)?");

    @ArchTest
    static final ArchRule packagesSayWhatTheyAreOf =
            noClasses().should().resideInAnyPackage("..common..", "..core..", "..util..", "..impl..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackages("org.almoner.embedded..", "org.almoner.start..") // before there is a clock
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule oneClockForAll = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.almoner.queue.QueueConfiguration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .that()
            .resideOutsideOfPackages("org.almoner.embedded..", "org.almoner.start..")
            .should()
            .callMethod(Thread.class, "sleep", long.class);

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method: with two, Camel cannot choose") {
            @Override
            public void check(JavaClass handler, ConditionEvents events) {
                long methods = handler.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .count();
                events.add(new SimpleConditionEvent(
                        handler, methods == 1, handler.getName() + " has " + methods + " public methods"));
            }
        };
    }
}
