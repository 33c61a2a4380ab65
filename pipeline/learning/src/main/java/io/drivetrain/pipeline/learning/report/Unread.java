package io.drivetrain.pipeline.learning.report;

/**
 * What could not be read for a report.
 *
 * @param what a file of the run's record, or the record itself
 * @param why for people
 */
public record Unread(String what, String why) {}
