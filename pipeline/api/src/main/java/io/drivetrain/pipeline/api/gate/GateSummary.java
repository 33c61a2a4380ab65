package io.drivetrain.pipeline.api.gate;

/**
 * The result of a gate without its numbers, which are in a file of the tracking run.
 *
 * @param gate its name: {@code test_r2}
 * @param comparison one sentence: what was measured and what was asked
 */
public record GateSummary(String gate, boolean passed, String comparison) {}
