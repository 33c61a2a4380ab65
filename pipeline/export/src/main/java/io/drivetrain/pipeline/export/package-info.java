/**
 * What other languages need to use a model: an ONNX graph of its estimator, and the Python code by
 * which MLflow loads it.
 */
package io.drivetrain.pipeline.export;
