package io.drivetrain.webui.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * An exponential moving average that begins without a bias towards 0, as TensorBoard and MLflow
 * smooth.
 *
 * @param weight of what came before, from 0 (as it was logged) to below 1
 */
public record Smoothing(double weight) {
  public static final Smoothing NONE = new Smoothing(0);

  public Smoothing {
    weight = Math.clamp(weight, 0, 0.999);
  }

  /** A value that is not finite is left out and does not count. */
  public List<MetricPoint> of(List<MetricPoint> points) {
    List<MetricPoint> smooth = new ArrayList<>();
    double average = 0;
    double bias = 1;
    for (MetricPoint point : points) {
      if (!Double.isFinite(point.value())) {
        continue;
      }
      average = weight * average + (1 - weight) * point.value();
      bias *= weight;
      smooth.add(new MetricPoint(point.step(), point.time(), average / (1 - bias)));
    }
    return smooth;
  }
}
