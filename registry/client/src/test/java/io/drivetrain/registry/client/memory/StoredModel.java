package io.drivetrain.registry.client.memory;

import io.drivetrain.registry.client.model.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registered model with its versions. Where its tag {@code drivetrain.production_alias} names an
 * alias, the stage Production and that alias move together, as in the server.
 */
final class StoredModel {
  private static final String PRODUCTION = Stage.PRODUCTION.wireName();
  private static final String ARCHIVED = Stage.ARCHIVED.wireName();
  private static final String ALIAS_TAG = "drivetrain.production_alias";

  private final String name;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<StoredVersion> versions = new ArrayList<>();

  StoredModel(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  Map<String, String> tags() {
    return tags;
  }

  /** Alias to version. */
  Map<String, String> aliases() {
    return aliases;
  }

  /** By number. */
  List<StoredVersion> versions() {
    return versions;
  }

  StoredVersion add(String source, String runId) {
    StoredVersion version = new StoredVersion(name, versions.size() + 1, source, runId);
    versions.add(version);
    return version;
  }

  StoredVersion version(String version) {
    if (!version.matches("[0-9]{1,9}")) {
      throw Refusal.invalid("Model version must be an integer, got '%s'".formatted(version));
    }
    int number = Integer.parseInt(version);
    if (number < 1 || number > versions.size()) {
      throw Refusal.missing(
          "Model Version (name=%s, version=%s) not found".formatted(name, version));
    }
    return versions.get(number - 1);
  }

  /** The highest version in a stage. */
  Optional<StoredVersion> latest(String stage) {
    return versions.reversed().stream().filter(version -> version.isIn(stage)).findFirst();
  }

  void move(StoredVersion version, String stage, boolean archiveOthers) {
    boolean together = tags.containsKey(ALIAS_TAG);
    boolean leavesProduction = version.isIn(PRODUCTION) && !stage.equals(PRODUCTION);
    if (archiveOthers || together && stage.equals(PRODUCTION)) {
      archive(stage, version);
    }
    version.moveTo(stage);
    if (together && stage.equals(PRODUCTION)) {
      aliases.put(tags.get(ALIAS_TAG), version.version());
    }
    if (together && leavesProduction) {
      aliases.remove(tags.get(ALIAS_TAG));
    }
  }

  void point(String alias, StoredVersion version) {
    aliases.put(alias, version.version());
    if (alias.equals(tags.get(ALIAS_TAG))) {
      archive(PRODUCTION, version);
      version.moveTo(PRODUCTION);
    }
  }

  void release(String alias) {
    boolean held = aliases.remove(alias) != null;
    if (held && alias.equals(tags.get(ALIAS_TAG))) {
      versions.stream()
          .filter(version -> version.isIn(PRODUCTION))
          .forEach(version -> version.moveTo(ARCHIVED));
    }
  }

  private void archive(String stage, StoredVersion except) {
    versions.stream()
        .filter(version -> version != except && version.isIn(stage))
        .forEach(version -> version.moveTo(ARCHIVED));
  }
}
