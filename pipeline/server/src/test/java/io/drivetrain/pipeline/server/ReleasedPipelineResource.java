package io.drivetrain.pipeline.server;

import io.drivetrain.embedded.ReleasedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The schema of the first release (version 60), with a run that succeeded. */
public final class ReleasedPipelineResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    return ReleasedDatabase.settings(getClass().getResourceAsStream("/released/pipeline.sql"));
  }

  @Override
  public void stop() {}
}
