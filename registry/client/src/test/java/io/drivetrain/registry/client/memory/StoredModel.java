package io.drivetrain.registry.client.memory;

import io.drivetrain.registry.client.model.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final AuditStore audit;
  private final long createdAt = System.currentTimeMillis();
  private String description = "";
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<StoredVersion> versions = new ArrayList<>();

  StoredModel(String name, AuditStore audit) {
    this.name = name;
    this.audit = audit;
  }

  long createdAt() {
    return createdAt;
  }

  String description() {
    return description;
  }

  void describe(String text) {
    description = text;
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

  void move(StoredVersion version, String stage, boolean archiveOthers, String reason) {
    boolean together = tags.containsKey(ALIAS_TAG);
    boolean leavesProduction = version.isIn(PRODUCTION) && !stage.equals(PRODUCTION);
    if (archiveOthers || together && stage.equals(PRODUCTION)) {
      archive(stage, version, reason);
    }
    moveTo(version, stage, reason);
    if (together && stage.equals(PRODUCTION)) {
      give(tags.get(ALIAS_TAG), version.version(), reason);
    }
    if (together && leavesProduction) {
      give(tags.get(ALIAS_TAG), null, reason);
    }
  }

  void point(String alias, StoredVersion version, String reason) {
    give(alias, version.version(), reason);
    if (alias.equals(tags.get(ALIAS_TAG))) {
      archive(PRODUCTION, version, reason);
      moveTo(version, PRODUCTION, reason);
    }
  }

  void release(String alias, String reason) {
    boolean held = aliases.containsKey(alias);
    give(alias, null, reason);
    if (held && alias.equals(tags.get(ALIAS_TAG))) {
      archive(PRODUCTION, null, reason);
    }
  }

  private void archive(String stage, StoredVersion except, String reason) {
    versions.stream()
        .filter(version -> version != except && version.isIn(stage))
        .forEach(version -> moveTo(version, ARCHIVED, reason));
  }

  private void moveTo(StoredVersion version, String stage, String reason) {
    String before = version.stage();
    version.moveTo(stage);
    if (!before.equals(stage)) {
      audit.stageMoved(version, before, reason);
    }
  }

  /**
   * @param target null takes the alias away
   */
  private void give(String alias, String target, String reason) {
    String before = target == null ? aliases.remove(alias) : aliases.put(alias, target);
    if (!Objects.equals(before, target)) {
      audit.aliasMoved(name, alias, before, target, reason);
    }
  }
}
