package io.drivetrain.webui.prediction;

import java.util.List;
import java.util.Map;

/**
 * The rows that a call of POST /predict brings, as they were written: field name to string, number,
 * boolean or null. A list or an object in the place of a value stays one, so that it is refused by
 * name.
 *
 * @param array whether an array was sent: then the answer is one too, and errors carry their row
 */
record PredictionRequest(boolean array, List<Map<String, Object>> rows) {}
