package io.drivetrain.webui.registry;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.redis.RedisSettings;
import io.drivetrain.registry.client.source.ModelSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** The application's one connection to the registry. */
@ApplicationScoped
class RegistryConnection {

  @Produces
  @Singleton
  RegistryClient client(RegistryConfig config) {
    RegistryClientConfig plain =
        RegistryClientConfig.of(config.trackingUri()).withPollInterval(config.pollInterval());
    return RegistryClient.connect(
        config.redisUri().map(uri -> plain.withRedis(redis(config, uri))).orElse(plain));
  }

  private static RedisSettings redis(RegistryConfig config, URI uri) {
    RedisSettings settings = RedisSettings.at(uri);
    return config
        .redisPassword()
        .map(password -> settings.withLogin(config.redisUser().orElse(""), password))
        .orElse(settings);
  }

  void close(@Disposes RegistryClient client) {
    client.close();
  }

  @Produces
  @Singleton
  ModelSource models(RegistryClient client) {
    return ModelSource.open(client);
  }

  void close(@Disposes ModelSource models) {
    models.close();
  }
}
