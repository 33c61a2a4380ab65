package io.drivetrain.registry.upgrade;

import io.drivetrain.embedded.ReleasedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The schema of the first release (version 70), with what its clients and a pipeline left in it.
 */
public final class ReleasedRegistryResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    return ReleasedDatabase.settings(getClass().getResourceAsStream("/released/registry.sql"));
  }

  @Override
  public void stop() {}
}
