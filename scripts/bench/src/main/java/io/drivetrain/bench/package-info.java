/**
 * What the benchmarks of the packaged servers stand on: processes, a database of their own, a
 * client of one server, and measured times.
 */
package io.drivetrain.bench;
