package io.drivetrain.pipeline.server;

import io.drivetrain.access.fuzz.FuzzContract;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** On a database of its own: some requests start runs, and stop those of others. */
@AssembledTest
@TestProfile(PipelineFuzzTest.OwnDatabase.class)
class PipelineFuzzTest implements FuzzContract {
  /** Nothing is set: another profile is another start. */
  public static final class OwnDatabase implements QuarkusTestProfile {}

  @Override
  public int port() {
    return RestAssured.port;
  }
}
