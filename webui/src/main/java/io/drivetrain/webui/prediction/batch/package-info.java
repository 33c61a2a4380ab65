/** Predicts the rows of a file: reads CSV as people save it and accounts for every line. */
package io.drivetrain.webui.prediction.batch;
