package io.drivetrain.webui.comparison;

import java.util.List;

/**
 * How a metric went in a run.
 *
 * @param points by step; of a long history, evenly picked ones with the first and the last
 */
public record History(ComparedRun run, List<MetricPoint> points) {
  public History {
    points = List.copyOf(points);
  }
}
