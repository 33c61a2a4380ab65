package io.drivetrain.registry;

import io.drivetrain.registry.client.memory.ModelContract;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

@RegistryTest
class ModelContractTest extends ModelContract {
  @TestHTTPResource URI server;

  @Override
  protected URI registry() {
    return server;
  }
}
