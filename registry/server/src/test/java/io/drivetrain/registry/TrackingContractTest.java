package io.drivetrain.registry;

import io.drivetrain.registry.client.memory.TrackingContract;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

@RegistryTest
class TrackingContractTest extends TrackingContract {
  @TestHTTPResource URI server;

  @Override
  protected URI registry() {
    return server;
  }
}
