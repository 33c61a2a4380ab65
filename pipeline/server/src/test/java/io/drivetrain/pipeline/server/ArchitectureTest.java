package io.drivetrain.pipeline.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses application =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.drivetrain.pipeline");

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices()
        .matching("io.drivetrain.pipeline.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .check(application);
  }

  @Test
  void nothingNeedsTheReport() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..learning.report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..learning.report..")
        .check(application);
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
  void onlyNotificationsHoldAConnection() {
    noClasses()
        .that()
        .resideInAPackage("..pipeline.engine..")
        .and()
        .doNotHaveSimpleName("Notifications")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Connection")
        .check(application);
  }

  @Test
  void quartzIsTheSchedulesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..engine.schedule..", "..engine.definition..")
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
            "..engine.problem..",
            "..engine.run..",
            "..engine.launch..",
            "..engine.cancellation..",
            "..engine.diagnosis..",
            "..engine.event..",
            "..engine.catalog..",
            "..engine.resume..",
            "..engine.log..",
            "..engine.approval..",
            "..engine.schedule..",
            "..engine.backfill..",
            "..engine.overview..")
        .and()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(application);
  }
}
