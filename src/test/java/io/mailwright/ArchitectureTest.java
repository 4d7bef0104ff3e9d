package io.mailwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The borders of the house: which package knows which, and where the engine may be seen. */
@AnalyzeClasses(packages = "io.mailwright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Map<String, List<String>> KNOWS = Map.of(
            "campaign", List.of(),
            "dsl", List.of("campaign"),
            "plan", List.of("campaign"),
            "scaledmail", List.of("campaign"),
            "export", List.of("campaign"),
            "ledger", List.of("scaledmail"),
            "onboarding", List.of("campaign", "dsl", "plan", "scaledmail", "ledger", "export"),
            "console", List.of("campaign", "dsl", "plan", "export", "onboarding"),
            "cli", List.of("campaign", "dsl", "plan", "export", "onboarding"),
            "simulator", List.of());

    @ArchTest
    static final ArchRule ENGINE_IS_SEEN_IN_TWO_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.mailwright.onboarding..", "io.mailwright.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule THE_LANGUAGE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.mailwright.campaign..", "io.mailwright.dsl..", "io.mailwright.plan..", "io.mailwright.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..");

    @ArchTest
    static final ArchRule ONLY_THE_LEDGER_SENDS = classes()
            .that()
            .haveFullyQualifiedName("io.mailwright.scaledmail.Sender")
            .should()
            .onlyBeAccessed()
            .byClassesThat(resides("io.mailwright.ledger")
                    .or(DescribedPredicate.describe(
                            "Sender itself", type -> type.getName().startsWith("io.mailwright.scaledmail.Sender"))));

    @ArchTest
    static final ArchRule ONLY_THE_LEDGER_PERMITS = noClasses()
            .that()
            .resideOutsideOfPackages("io.mailwright.ledger..", "io.mailwright.scaledmail..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.mailwright.scaledmail.SendPermit");

    @TestFactory
    Stream<DynamicTest> arrowsPointOneWay() {
        var ours = new com.tngtech.archunit.core.importer.ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.mailwright");
        return KNOWS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage("io.mailwright." + entry.getKey() + "..")
                                .should()
                                .dependOnClassesThat(ours(entry.getKey(), entry.getValue()))
                                .check(ours)));
    }

    @Test
    void atMostEightFilesImportTheEngine() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile).filter(ArchitectureTest::importsEngine))
                    .hasSizeBetween(1, 8);
        }
    }

    private static boolean importsEngine(Path file) {
        try {
            return Files.readString(file).contains("org.camunda");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> resides(String packageName) {
        return JavaClass.Predicates.resideInAPackage(packageName);
    }

    private static DescribedPredicate<JavaClass> ours(String self, List<String> known) {
        return DescribedPredicate.describe("parts of Mailwright other than " + self + " and " + known, type -> {
            if (!type.getPackageName().startsWith("io.mailwright.")) return false;
            String part =
                    type.getPackageName().substring("io.mailwright.".length()).split("\\.")[0];
            return !part.equals(self) && !known.contains(part);
        });
    }
}
