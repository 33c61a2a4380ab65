/**
 * The challenger on the hold-out rows: its metrics, the champion beside it, the verdict of the
 * gates.
 */
package io.drivetrain.pipeline.learning.evaluation;
