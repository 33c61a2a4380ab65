package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.model.Stage;
import java.util.ArrayList;
import java.util.List;

/** Moves of stages and aliases, with the conditions of our own protocol. */
final class StageChanges {
  private final ModelStore models;
  private final List<String> aliasMoves = new ArrayList<>();

  StageChanges(ModelStore models) {
    this.models = models;
  }

  void addTo(Routes routes) {
    routes.add("POST model-versions/transition-stage", this::transition);
    routes.add("POST registered-models/alias", this::setAlias);
    routes.add("DELETE registered-models/alias", this::deleteAlias);
  }

  /** {@code rehearsal=2} for an alias that was set, {@code rehearsal=} for one that was deleted. */
  List<String> aliasMoves() {
    return aliasMoves;
  }

  private JsonNode transition(JsonNode request) {
    Stage stage = stage(Wire.text(request, "stage"));
    boolean archive = request.path("archive_existing_versions").asBoolean();
    if (archive && stage != Stage.STAGING && stage != Stage.PRODUCTION) {
      throw Refusal.invalid(
          "Model version transition cannot archive existing model versions because '%s' is not an Active stage. Valid stages are Staging and Production."
              .formatted(stage.wireName()));
    }
    StoredModel model = models.model(request);
    StoredVersion version = models.version(request);
    String holder = model.latest(stage.wireName()).map(StoredVersion::version).orElse("");
    checkHolder(request, stage.wireName(), holder);
    checkStage(request, version);
    model.move(version, stage.wireName(), archive, Wire.text(request, "reason"));
    return models.wrap(model, version);
  }

  private JsonNode setAlias(JsonNode request) {
    String alias = Wire.text(request, "alias");
    StoredModel model = models.model(request);
    StoredVersion version = models.version(request);
    checkHolder(request, alias, model.aliases().getOrDefault(alias, ""));
    model.point(alias, version, Wire.text(request, "reason"));
    aliasMoves.add(alias + "=" + version.version());
    return Wire.object();
  }

  /** An alias that is not there is no error. */
  private JsonNode deleteAlias(JsonNode request) {
    String alias = Wire.text(request, "alias");
    StoredModel model = models.model(request);
    checkHolder(request, alias, model.aliases().getOrDefault(alias, ""));
    model.release(alias, Wire.text(request, "reason"));
    aliasMoves.add(alias + "=");
    return Wire.object();
  }

  private static Stage stage(String name) {
    try {
      return Stage.ofWire(name);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("Invalid Model Version stage: %s.".formatted(name));
    }
  }

  private static void checkHolder(JsonNode request, String place, String holder) {
    String expected = request.path("expected_version").asText(holder);
    if (!expected.equals(holder)) {
      throw Refusal.conflict(
          "'%s' is held by %s, not by %s as expected. Nothing was changed."
              .formatted(place, described(holder), described(expected)));
    }
  }

  private static void checkStage(JsonNode request, StoredVersion version) {
    if (!request.hasNonNull("expected_stage")) {
      return;
    }
    String expected = stage(Wire.text(request, "expected_stage")).wireName();
    if (!version.isIn(expected)) {
      throw Refusal.conflict(
          "Version %s is in %s, not in %s as expected. Nothing was changed."
              .formatted(version.version(), version.stage(), expected));
    }
  }

  private static String described(String version) {
    return version.isEmpty() ? "no version" : "version " + version;
  }
}
