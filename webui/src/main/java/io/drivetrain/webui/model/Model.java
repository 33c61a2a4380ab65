package io.drivetrain.webui.model;

import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.RegisteredModel;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registered model.
 *
 * @param tags by key, sorted
 * @param aliases the version of each, sorted
 * @param newest the highest version of each stage that has one
 * @param productionSince empty when nothing is in production, or the registry keeps no audit trail
 */
public record Model(
    String name,
    String description,
    Map<String, String> tags,
    Map<String, String> aliases,
    Map<VersionStage, String> newest,
    Optional<Instant> productionSince,
    Instant createdAt) {
  /** Names the alias that the registry keeps together with the stage Production. */
  private static final String PRODUCTION_ALIAS = "drivetrain.production_alias";

  public Model {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
    newest = Collections.unmodifiableMap(copy(newest));
  }

  static Model of(RegisteredModel model) {
    Map<VersionStage, String> newest = new EnumMap<>(VersionStage.class);
    for (ModelVersion version : model.latestVersions()) {
      newest.put(VersionStage.of(version.stage()), version.version());
    }
    return new Model(
        model.name(),
        model.description(),
        model.tags(),
        model.aliases(),
        newest,
        Optional.empty(),
        model.createdAt());
  }

  Model since(Optional<Instant> moment) {
    return new Model(name, description, tags, aliases, newest, moment, createdAt);
  }

  /** The version in production. */
  public Optional<String> production() {
    return newest(VersionStage.PRODUCTION);
  }

  public Optional<String> newest(VersionStage stage) {
    return Optional.ofNullable(newest.get(stage));
  }

  /** The version that was registered last, of those that are still there. */
  public Optional<String> latest() {
    return newest.values().stream().max(Comparator.comparingLong(Long::parseLong));
  }

  /** The alias that moves together with the stage Production. */
  public Optional<String> productionAlias() {
    return Optional.ofNullable(tags.get(PRODUCTION_ALIAS));
  }

  private static Map<VersionStage, String> copy(Map<VersionStage, String> newest) {
    Map<VersionStage, String> copy = new EnumMap<>(VersionStage.class);
    copy.putAll(newest);
    return copy;
  }
}
