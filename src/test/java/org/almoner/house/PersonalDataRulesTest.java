package org.almoner.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.almoner.wire.Personal;

/** What tells of a person says so, and keeps it to itself. */
@AnalyzeClasses(packages = "org.almoner", importOptions = DoNotIncludeTests.class)
class PersonalDataRulesTest {

    /** As they are called in the records of this house. */
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "billingEmail",
            "firstName",
            "lastName",
            "fullName",
            "streetAddress",
            "postalCode",
            "phone",
            "legalIdentifier",
            "fiscalNumber",
            "employer",
            "userIp",
            "ipAddress",
            "checksum",
            "contactHash",
            "hash");

    private static final DescribedPredicate<JavaClass> TELLS_OF_A_PERSON =
            new DescribedPredicate<>("a record that tells of a person") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isRecord() && type.getFields().stream().anyMatch(PersonalDataRulesTest::isPersonal);
                }
            };

    @ArchTest
    static final ArchRule whatTellsOfAPersonIsPersonal =
            classes().that(TELLS_OF_A_PERSON).should().implement(Personal.class);

    @ArchTest
    static final ArchRule whatIsPersonalIsMasked =
            classes().that().implement(Personal.class).should(maskTheirText());

    /** A component that is personal itself masks itself. */
    private static boolean isPersonal(JavaField field) {
        return PERSONAL.contains(field.getName()) && !field.getRawType().isAssignableTo(Personal.class);
    }

    private static ArchCondition<JavaClass> maskTheirText() {
        return new ArchCondition<>("return masked() as their text") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isMasked = type.getMethod("toString").getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("masked"));
                events.add(new SimpleConditionEvent(type, isMasked, type.getName() + " shows what it holds"));
            }
        };
    }
}
