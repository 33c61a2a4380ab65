/** Metrics of runs: logging, histories, rankings, comparisons over steps. */
package io.drivetrain.registry.metric;
