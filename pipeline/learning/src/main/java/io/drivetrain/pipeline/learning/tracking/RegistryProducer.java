package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.source.ModelSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The connection to the registry. It has no Redis: a pipeline promotes what it has just made, and
 * must not be told what was true some seconds ago.
 */
@Singleton
class RegistryProducer {

  @Produces
  @Singleton
  RegistryClient registry(RegistryConfig config) {
    return RegistryClient.connect(RegistryClientConfig.of(config.trackingUri()));
  }

  @Produces
  @Singleton
  ModelSource models(RegistryClient registry) {
    return ModelSource.open(registry);
  }

  void close(@Disposes RegistryClient registry) {
    registry.close();
  }

  void close(@Disposes ModelSource models) {
    models.close();
  }
}
