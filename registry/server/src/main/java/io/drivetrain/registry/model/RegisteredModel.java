package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/**
 * A registered model on the wire. Times are milliseconds since 1970.
 *
 * @param latestVersions the highest version of each stage, without their aliases
 */
public record RegisteredModel(
    String name,
    long creationTimestamp,
    long lastUpdatedTimestamp,
    String description,
    List<ModelVersion> latestVersions,
    List<Tag> tags,
    List<Alias> aliases) {

  /** A name that moves between versions. */
  public record Alias(String alias, String version) {}
}
