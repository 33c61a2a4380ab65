package io.drivetrain.registry;

import io.drivetrain.registry.client.memory.TableContract;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

@RegistryTest
class TableContractTest extends TableContract {
  @TestHTTPResource URI server;

  @Override
  protected URI registry() {
    return server;
  }
}
