package io.drivetrain.registry.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.drivetrain.registry.client");

  @Test
  void staysPlainJava() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.drivetrain.registry.client..",
            "com.fasterxml.jackson..",
            "com.github.benmanes.caffeine..",
            "io.lettuce..",
            "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void touchesRedisInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.drivetrain.registry.client.redis")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching("io.drivetrain.registry.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
