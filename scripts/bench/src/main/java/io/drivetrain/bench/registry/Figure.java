package io.drivetrain.bench.registry;

import io.drivetrain.bench.Millis;

/**
 * What was measured of an operation.
 *
 * @param seconds from the first request to the last answer
 * @param bytes of all answers
 */
record Figure(Millis latencies, double seconds, long bytes, long registryMegabytes) {
  double perSecond() {
    return latencies.count() / seconds;
  }

  double kilobytesEach() {
    return bytes / 1024.0 / latencies.count();
  }
}
