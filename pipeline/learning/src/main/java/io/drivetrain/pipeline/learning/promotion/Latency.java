package io.drivetrain.pipeline.learning.promotion;

import java.util.Arrays;

/**
 * How long one prediction takes when all is warm. It says as much of the machine as of the model.
 *
 * @param medianMicros half of the calls took no longer
 * @param p95Micros 95 of 100 calls took no longer
 */
record Latency(double medianMicros, double p95Micros) {

  /** Something that predicts one row. */
  interface Call<E extends Exception> {
    void predict() throws E;
  }

  /** Measures some calls after as many that warm it up. */
  static <E extends Exception> Latency of(int calls, Stopwatch stopwatch, Call<E> call) throws E {
    for (int i = 0; i < calls; i++) {
      call.predict();
    }
    double[] micros = new double[calls];
    for (int i = 0; i < calls; i++) {
      long start = stopwatch.nanos();
      call.predict();
      micros[i] = (stopwatch.nanos() - start) / 1000.0;
    }
    Arrays.sort(micros);
    return new Latency(micros[calls / 2], micros[calls * 95 / 100]);
  }

  double p95Millis() {
    return p95Micros / 1000;
  }
}
