package io.drivetrain.registry.protocol;

import io.drivetrain.access.fuzz.FuzzContract;
import io.drivetrain.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** On a database of its own, because some requests delete what others need. */
@RegistryTest
@TestProfile(RegistryFuzzTest.OwnDatabase.class)
class RegistryFuzzTest implements FuzzContract {
  /** Nothing is set: another profile is another start. */
  public static final class OwnDatabase implements QuarkusTestProfile {}

  @Override
  public int port() {
    return RestAssured.port;
  }
}
