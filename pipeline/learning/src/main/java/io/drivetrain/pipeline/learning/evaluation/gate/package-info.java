/**
 * The gates that a challenger must pass: bounds, baseline, champion, slices, latency, and what they
 * measure.
 */
package io.drivetrain.pipeline.learning.evaluation.gate;
