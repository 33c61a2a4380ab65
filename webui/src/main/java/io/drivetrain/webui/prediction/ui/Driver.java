package io.drivetrain.webui.prediction.ui;

/**
 * A feature's part in an estimate, as people read it.
 *
 * @param label of the feature
 * @param value that it had, with its unit; empty when it was missing
 * @param amount by which it moved the estimate, in the target's unit
 */
record Driver(String label, String value, double amount) {}
