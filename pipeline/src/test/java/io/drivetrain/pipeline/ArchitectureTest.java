package io.drivetrain.pipeline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] ENGINE = {
    "..pipeline.database..",
    "..pipeline.problem..",
    "..pipeline.watch..",
    "..pipeline.parameter..",
    "..pipeline.definition..",
    "..pipeline.step..",
    "..pipeline.run..",
    "..pipeline.log..",
    "..pipeline.approval..",
    "..pipeline.retention..",
    "..pipeline.execution..",
    "..pipeline.resume..",
    "..pipeline.schedule..",
    "..pipeline.backfill..",
    "..pipeline.outbox..",
    "..pipeline.notification..",
    "..pipeline.lineage..",
    "..pipeline.overview.."
  };

  private final JavaClasses application =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.drivetrain.pipeline");

  /** How a name is misspelled has nothing to do with learning. */
  private static final String SPELLING = "io.drivetrain.models.name..";

  @Test
  void engineKnowsNothingOfLearning() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("io.drivetrain..")
                    .and(not(resideInAnyPackage(ENGINE)))
                    .and(not(resideInAnyPackage(SPELLING))));

    rule.check(application);
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices().matching("io.drivetrain.pipeline.(*)..").should().beFreeOfCycles().check(application);
  }

  @Test
  void repositoriesStayWithinTheirFeature() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .notHaveModifier(JavaModifier.PUBLIC)
        .check(application);
  }

  @Test
  void onlyTheDatabaseSpeaksJdbc() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE)
        .and()
        .resideOutsideOfPackage("..pipeline.database..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Connection")
        .check(application);
  }

  @Test
  void quartzIsTheSchedulesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..pipeline.schedule..", "..pipeline.definition..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.quartz..")
        .check(application);
  }

  @Test
  void stepsKnowNothingOfHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..pipeline.problem..",
            "..pipeline.run..",
            "..pipeline.resume..",
            "..pipeline.log..",
            "..pipeline.approval..",
            "..pipeline.schedule..",
            "..pipeline.backfill..",
            "..pipeline.overview..")
        .and()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(application);
  }
}
