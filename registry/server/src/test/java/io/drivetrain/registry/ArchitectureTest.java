package io.drivetrain.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  /** Of this module only: its tests have the client on their class path too. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes/io/drivetrain/registry"));

  @Test
  void keepsEntitiesAndRepositoriesInsideTheirFeature() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .or()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  @Test
  void dependsOnNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.drivetrain.models..", "io.drivetrain.registry.client..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenFeatures() {
    slices().matching("io.drivetrain.registry.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void keepsHttpOutOfServices() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Service")
        .or()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(CLASSES);
  }
}
