package io.drivetrain.pipeline.publishing;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.FeatureSchema;
import java.util.Arrays;
import java.util.Map;

/**
 * How long one prediction takes, reading of the row included. Reported, never a gate: it says as
 * much of the machine as of the model.
 *
 * @param medianMicros half of the calls took no longer
 * @param p95Micros 95 of 100 calls took no longer
 */
record Latency(double medianMicros, double p95Micros) {
  private static final int WARM_UP = 300;
  private static final int CALLS = 300;

  static Latency of(ModelBundle model, Map<String, Object> row) {
    FeatureSchema schema = model.schema();
    for (int i = 0; i < WARM_UP; i++) {
      model.predict(schema.read(row));
    }
    double[] micros = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      model.predict(schema.read(row));
      micros[i] = (System.nanoTime() - start) / 1000.0;
    }
    Arrays.sort(micros);
    return new Latency(micros[CALLS / 2], micros[CALLS * 95 / 100]);
  }
}
