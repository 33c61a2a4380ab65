package io.drivetrain.models.explanation;

import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Explains the predictions of one model. Immutable, safe for any number of threads.
 *
 * <p>Shapley values of the model's columns are summed up to the features that the columns are made
 * from; a column of several features shares its value out by {@link Encoder#shares}.
 *
 * <p>With a log target the values are differences of logarithms, and what a feature does in the
 * target's unit depends on all others. They are converted with one factor, the logarithmic mean of
 * base and value: {@code amount = phi * (value - base) / (ln value - ln base)}. So amounts keep
 * their signs and proportions, and base plus amounts is the value. The base is then the geometric
 * mean that the model has for its training rows, not the arithmetic one.
 */
public final class Explainer {

  /** Below it the factor is the base itself to the last bit, but 0 / 0 as a formula. */
  private static final double NO_CHANGE = 1e-12;

  private final Encoder encoder;
  private final Estimator estimator;
  private final List<Attribution> byOutput;

  public Explainer(Encoder encoder, Estimator estimator) {
    this.encoder = encoder;
    this.estimator = estimator;
    this.byOutput = Attribution.of(estimator);
  }

  /** Takes a score of a row apart: for several classes the greatest one. */
  public Explanation explain(Row row) {
    return explain(row, predicted(encoder.encode(row)));
  }

  /**
   * Takes one score of a row apart.
   *
   * @param output of the estimator, from 0
   */
  public Explanation explain(Row row, int output) {
    double[] inputs = encoder.encode(row);
    Attribution attribution = byOutput.get(output);
    double base = attribution.base();
    double[] byInput = attribution.contributions(inputs);
    double[] byFeature = byFeature(byInput, row);
    double factor = factor(base, byInput);
    FeatureSchema schema = encoder.schema();
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      Feature feature = schema.feature(i);
      contributions.add(
          new Contribution(feature.name(), feature.label(), row.display(i), byFeature[i] * factor));
    }
    contributions.sort(Comparator.comparingDouble(c -> -Math.abs(c.amount())));
    return new Explanation(encoder.toRaw(base), contributions);
  }

  /** The output with the greatest score; the first of them when several have it. */
  private int predicted(double[] inputs) {
    if (byOutput.size() == 1) {
      return 0;
    }
    double[] scores = new double[byOutput.size()];
    estimator.scores(inputs, scores);
    int greatest = 0;
    for (int output = 1; output < scores.length; output++) {
      greatest = scores[output] > scores[greatest] ? output : greatest;
    }
    return greatest;
  }

  private double[] byFeature(double[] byInput, Row row) {
    FeatureSchema schema = encoder.schema();
    double[] byFeature = new double[schema.size()];
    for (int input = 0; input < byInput.length; input++) {
      if (byInput[input] == 0) {
        continue;
      }
      int column = encoder.columnOf(input);
      List<String> features = encoder.columns().get(column).features();
      double[] shares = encoder.shares(column, row);
      for (int i = 0; i < shares.length; i++) {
        int at = schema.indexOf(features.get(i)).orElseThrow();
        byFeature[at] += byInput[input] * shares[i];
      }
    }
    return byFeature;
  }

  private double factor(double base, double[] byInput) {
    if (encoder.target() == TargetTransform.IDENTITY) {
      return 1;
    }
    double change = 0;
    for (double value : byInput) {
      change += value;
    }
    double from = encoder.toRaw(base);
    return Math.abs(change) < NO_CHANGE ? from : from * StrictMath.expm1(change) / change;
  }
}
