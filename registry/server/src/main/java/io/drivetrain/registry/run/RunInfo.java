package io.drivetrain.registry.run;

/**
 * What a run is, without what was logged to it. Times are milliseconds since 1970.
 *
 * @param runUuid the same as {@code runId}: clients read either
 * @param endTime null while it has none
 */
public record RunInfo(
    String runId,
    String runUuid,
    String runName,
    String experimentId,
    String userId,
    String status,
    long startTime,
    Long endTime,
    String artifactUri,
    String lifecycleStage) {}
