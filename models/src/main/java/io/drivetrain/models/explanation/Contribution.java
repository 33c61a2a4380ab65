package io.drivetrain.models.explanation;

import io.drivetrain.models.schema.Label;

/**
 * What one feature did to a prediction.
 *
 * @param feature canonical name
 * @param value of the feature in this row as text; empty when missing
 * @param amount in the target's unit; above 0 it raised the prediction
 */
public record Contribution(String feature, Label label, String value, double amount) {}
