package io.drivetrain.webui;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.drivetrain.access.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses WEBUI =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.drivetrain.webui");

  @Test
  void aFeatureShowsNothingOfItsViewsButItsNavigation() {
    classes()
        .that()
        .resideInAPackage("..webui..ui..")
        .and(not(simpleNameEndingWith("Navigation")))
        .should()
        .notHaveModifier(JavaModifier.PUBLIC)
        .check(WEBUI);
  }

  @Test
  void whatPredictsDoesNotKnowThePages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..webui..ui..", "..webui.shell", "..webui.component..", "..webui.language")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.vaadin..", "..webui..ui..", "..webui.shell")
        .check(WEBUI);
  }

  @Test
  void pagesAskTheFeatureAndNotTheRegistry() {
    noClasses()
        .that()
        .resideInAnyPackage("..webui..ui..", "..webui.shell")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.drivetrain.registry..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ProblemException.class)
        .check(WEBUI);
  }

  @Test
  void otherApplicationsAreReachedOverTheWireOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.drivetrain.pipeline.engine..",
            "io.drivetrain.pipeline.learning..",
            "io.drivetrain.registry.server..")
        .check(WEBUI);
  }

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    slices().matching("io.drivetrain.webui.(*)..").should().beFreeOfCycles().check(WEBUI);
  }
}
