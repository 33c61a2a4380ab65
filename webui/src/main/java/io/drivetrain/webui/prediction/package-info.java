/** Predicts with the model in production, for pages and for the API. */
package io.drivetrain.webui.prediction;
