package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.evaluation.IntervalCoverage;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures where in the hold-out the intervals hold what they promise. */
public final class CoverageByPart {
  private static final int TENTHS = 10;

  /** Fewer rows have a standard error above 4 points. */
  private static final int LEAST_ROWS = 50;

  private final FeatureSchema schema;
  private final Map<Example, Prediction.Value> predictions = new HashMap<>();
  private final List<Example> examples;

  private CoverageByPart(FeatureSchema schema, Scores scores) {
    this.schema = schema;
    this.examples = scores.examples();
    for (int i = 0; i < examples.size(); i++) {
      predictions.put(examples.get(i), scores.predictions().get(i));
    }
  }

  /**
   * @param schema that the rows were read with
   * @param scores of one row or more
   */
  public static IntervalCoverage of(FeatureSchema schema, Scores scores) {
    return new CoverageByPart(schema, scores).measured();
  }

  private IntervalCoverage measured() {
    List<IntervalCoverage.Part> parts = new ArrayList<>(by(schema.target().name()));
    for (Feature feature : schema.features()) {
      if (feature instanceof CategoricalFeature || feature instanceof BooleanFeature) {
        parts.addAll(by(feature.name()));
      }
    }
    double asked = predictions.get(examples.getFirst()).interval().coverage();
    return new IntervalCoverage(asked, share(examples), examples.size(), parts);
  }

  private List<IntervalCoverage.Part> by(String name) {
    Slicing slicing = new Slicing(schema, name);
    return slicing
        .of(examples, one -> predictions.get(one).value(), Integer.MAX_VALUE, TENTHS)
        .stream()
        .filter(slice -> slice.rows() >= LEAST_ROWS)
        .map(slice -> part(slicing.label(), slice))
        .toList();
  }

  private IntervalCoverage.Part part(String label, Slice slice) {
    double share = share(slice.examples());
    double error = Math.sqrt(share * (1 - share) / slice.rows());
    return new IntervalCoverage.Part(label, slice.name(), slice.rows(), share, error);
  }

  private double share(List<Example> rows) {
    return rows.stream().filter(this::isInside).count() / (double) rows.size();
  }

  private boolean isInside(Example example) {
    Interval interval = predictions.get(example).interval();
    return interval.low() <= example.target() && example.target() <= interval.high();
  }
}
