package io.drivetrain.webui.model;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.model.Change;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.webui.prediction.PredictionFixtures;
import java.util.Map;
import java.util.UUID;

/** Registered models that no other test has. */
public final class ModelFixtures {
  private final RegistryClient client;
  private final InMemoryRegistry registry;
  private final String name = "Loyers à Fès " + UUID.randomUUID();

  public ModelFixtures(RegistryClient client, InMemoryRegistry registry) {
    this.client = client;
    this.registry = registry;
  }

  /** One whose stage Production and alias champion move together. */
  public static ModelFixtures linked(RegistryClient client, InMemoryRegistry registry) {
    ModelFixtures model = new ModelFixtures(client, registry);
    client
        .models()
        .ensureRegisteredModel(model.name, Map.of("drivetrain.production_alias", "champion"));
    return model;
  }

  public String name() {
    return name;
  }

  /** Adds a version with the files of a model of rents. */
  public String add(Map<String, String> tags) {
    return add(PredictionFixtures.rents(), tags);
  }

  public String add(Map<String, byte[]> files, Map<String, String> tags) {
    String stored = registry.addVersion(files);
    return client
        .models()
        .createVersion(name, registry.sourceOf(stored), registry.runOf(stored), tags)
        .version();
  }

  /** Adds a version and moves it to production. */
  public String promote() {
    String version = add(Map.of());
    move(version, Stage.PRODUCTION, "passed every gate");
    return version;
  }

  public void move(String version, Stage stage, String reason) {
    client.models().transitionStage(name, version, stage, false, Change.because(reason));
  }

  public Stage stageOf(String version) {
    return client.models().version(name, version).stage();
  }

  /** Empty for none. */
  public String champion() {
    return client
        .models()
        .registeredModel(name)
        .orElseThrow()
        .aliases()
        .getOrDefault("champion", "");
  }
}
