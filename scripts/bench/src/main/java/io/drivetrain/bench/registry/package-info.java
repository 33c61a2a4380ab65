/** Measures the packaged registry server, and checks it under contention and crashes. */
package io.drivetrain.bench.registry;
