package io.drivetrain.registry.model;

import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** A version of a registered model on the wire. Times are milliseconds since 1970. */
public record ModelVersion(
    String name,
    String version,
    long creationTimestamp,
    long lastUpdatedTimestamp,
    Stage currentStage,
    String description,
    String source,
    String runId,
    String status,
    List<Tag> tags,
    String runLink,
    List<String> aliases) {}
