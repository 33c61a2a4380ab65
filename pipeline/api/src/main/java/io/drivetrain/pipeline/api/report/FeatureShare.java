package io.drivetrain.pipeline.api.report;

/**
 * @param meanAbsoluteShap how far the feature moves a prediction on average, in the target's unit
 * @param share of all features together, of 1
 */
public record FeatureShare(String feature, double meanAbsoluteShap, double share) {}
