package io.drivetrain.webui;

import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives the application under test a registry and a pipeline service, and the tests fields to reach
 * them by. Tests with the same doubles share one start of the application.
 */
public class ServiceDoublesResource implements QuarkusTestResourceLifecycleManager {
  private InMemoryRegistry registry;
  private PipelineDouble pipeline;

  @Override
  public Map<String, String> start() {
    try {
      registry = new InMemoryRegistry(PredictionFixtures.MODEL);
      pipeline = PipelineDouble.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "drivetrain.registry.tracking-uri",
        registry.uri().toString(),
        "drivetrain.registry.poll-interval",
        "50ms",
        "drivetrain.pipeline.api-uri",
        pipeline.uri().toString(),
        "drivetrain.pipeline.idle-pause",
        "20ms",
        "drivetrain.pipeline.reconnect-pause",
        "20ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(registry, new TestInjector.MatchesType(InMemoryRegistry.class));
    injector.injectIntoFields(pipeline, new TestInjector.MatchesType(PipelineDouble.class));
  }

  @Override
  public void stop() {
    registry.close();
    pipeline.close();
  }
}
