package io.drivetrain.pipeline.api.report;

/**
 * What could not be read for a report.
 *
 * @param what a file of the tracking run, or the tracking run itself
 * @param why for people
 */
public record MissingArtifact(String what, String why) {}
