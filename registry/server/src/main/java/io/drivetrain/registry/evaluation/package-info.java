/**
 * Evaluation datasets of MLflow 3: named records of inputs and what is expected of them, shared by
 * experiments. What a run read is in {@code dataset}.
 */
package io.drivetrain.registry.evaluation;
