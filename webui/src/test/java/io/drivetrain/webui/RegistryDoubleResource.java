package io.drivetrain.webui;

import io.drivetrain.webui.prediction.RegistryDouble;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Gives the application under test a registry, and the tests a field to reach it by. */
public class RegistryDoubleResource implements QuarkusTestResourceLifecycleManager {
  private RegistryDouble registry;

  @Override
  public Map<String, String> start() {
    try {
      registry = RegistryDouble.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "drivetrain.registry.tracking-uri",
        registry.uri().toString(),
        "drivetrain.registry.poll-interval",
        "50ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(registry, new TestInjector.MatchesType(RegistryDouble.class));
  }

  @Override
  public void stop() {
    registry.close();
  }
}
