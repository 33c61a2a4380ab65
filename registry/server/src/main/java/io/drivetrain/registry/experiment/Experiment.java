package io.drivetrain.registry.experiment;

import io.drivetrain.registry.protocol.LifecycleStage;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** An experiment on the wire. Times are milliseconds since 1970. */
public record Experiment(
    String experimentId,
    String name,
    String artifactLocation,
    LifecycleStage lifecycleStage,
    long lastUpdateTime,
    long creationTime,
    List<Tag> tags) {}
