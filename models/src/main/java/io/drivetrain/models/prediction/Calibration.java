package io.drivetrain.models.prediction;

import java.util.Collections;
import java.util.List;

/**
 * What makes scores of classes log-probabilities that hold: {@code slope * score + intercept} of
 * each class, learned from rows that the scores were not.
 *
 * @param slopes one for each class
 * @param intercepts one for each class
 */
public record Calibration(List<Double> slopes, List<Double> intercepts) {

  public Calibration {
    slopes = List.copyOf(slopes);
    intercepts = List.copyOf(intercepts);
    if (slopes.size() != intercepts.size()) {
      throw new IllegalArgumentException(
          "a calibration has a slope and an intercept for each class");
    }
    if (!slopes.stream().allMatch(Double::isFinite)
        || !intercepts.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a calibration holds finite numbers");
    }
  }

  /** The scores as they are. */
  public static Calibration none(int classes) {
    return new Calibration(Collections.nCopies(classes, 1.0), Collections.nCopies(classes, 0.0));
  }

  public boolean changesNothing() {
    return equals(none(slopes.size()));
  }

  double of(int place, double score) {
    return slopes.get(place) * score + intercepts.get(place);
  }

  /** No calibrated score is further from 0 when no score is further from 0 than this. */
  public double greatest(double score) {
    double greatest = 0;
    for (int place = 0; place < slopes.size(); place++) {
      greatest =
          Math.max(greatest, Math.abs(slopes.get(place)) * score + Math.abs(intercepts.get(place)));
    }
    return greatest;
  }
}
