/** The prediction page: a form made from the model schema, and the answer. */
package io.drivetrain.webui.prediction.ui;
