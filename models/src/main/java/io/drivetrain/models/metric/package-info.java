/** How good a model is: the metrics of each task, their names, units and directions. */
package io.drivetrain.models.metric;
