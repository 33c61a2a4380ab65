package io.drivetrain.registry.client.memory;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;

class InMemoryTableTest extends TableContract {
  private final InMemoryRegistry registry = new InMemoryRegistry("unused");

  @Override
  protected URI registry() {
    return registry.uri();
  }

  @AfterEach
  void close() {
    registry.close();
  }
}
