package io.drivetrain.registry.model;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.unique;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.RegistryTest;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class ModelCacheInvalidationTest {
  @Inject ModelCacheConfig config;

  private RedisClient client;
  private RedisCommands<String, String> redis;

  @BeforeEach
  void connect() {
    client = RedisClient.create(config.url());
    redis = client.connect().sync();
  }

  @AfterEach
  void disconnect() {
    client.shutdown();
  }

  @Test
  void dropsTheCachedModelAfterEveryChange() {
    var name = newModel();
    var other = unique("renamed");

    drops(name, () -> newVersion(name));
    drops(name, () -> ok(moveToStage(name, "1", "Production")));
    drops(name, () -> ok(setAlias(name)));
    drops(
        name,
        () ->
            ok(post("registered-models/set-tag", Map.of("name", name, "key", "k", "value", "v"))));
    drops(
        name, () -> ok(post("registered-models/rename", Map.of("name", name, "new_name", other))));
    drops(other, () -> ok(delete("registered-models/delete", Map.of("name", other))));
  }

  @Test
  void keepsTheCachedModelWhenNothingWasChanged() {
    var name = newModel();
    newVersion(name);
    drops(name, () -> ok(setAlias(name)));
    redis.set(key(name), "cached");
    var other = newModel();

    refused(moveToStage(name, "9", "Production"), 404, "RESOURCE_DOES_NOT_EXIST");
    drops(other, () -> newVersion(other));

    Assertions.assertThat(redis.get(key(name))).isEqualTo("cached");
  }

  private void drops(String name, Runnable change) {
    redis.set(key(name), "cached");
    change.run();
    await().atMost(Duration.ofSeconds(10)).until(() -> redis.get(key(name)) == null);
  }

  private static Response setAlias(String name) {
    return post("registered-models/alias", Map.of("name", name, "alias", "a", "version", "1"));
  }

  private static String key(String name) {
    return "drivetrain:model:" + name;
  }
}
