package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.Arrays;
import java.util.List;

/**
 * Fits an encoder on training rows, and on nothing else: rows of the test part must not be among
 * them. The same rows, plan and seed give the same encoder.
 */
public final class EncoderFitting {

  private EncoderFitting() {}

  /**
   * @param schema of the rows
   * @param targets of the rows, in the target's own unit
   * @param folds into how many parts the training rows are split for the out-of-fold means; 2 or
   *     more, at most the number of rows
   * @param seed of the split into folds
   * @throws IllegalArgumentException when the plan does not fit the schema, when a column finds no
   *     value in the training rows, or when a target has no place on the scale of learning
   */
  public static FittedEncoding fit(
      FeatureSchema schema,
      EncodingPlan plan,
      List<Row> rows,
      double[] targets,
      int folds,
      long seed) {
    if (rows.size() != targets.length) {
      throw new IllegalArgumentException(rows.size() + " rows but " + targets.length + " targets");
    }
    if (folds < 2 || folds > rows.size()) {
      throw new IllegalArgumentException(
          folds + " folds of " + rows.size() + " training rows: needs 2 folds, a row in each");
    }
    double[] scaled = Arrays.stream(targets).map(plan.target()::toTarget).toArray();
    TrainingRows training = new TrainingRows(schema, rows, scaled);
    List<Column> columns =
        plan.columns().stream().map(c -> ColumnFitting.fit(c, training)).toList();
    Encoder encoder = new Encoder(schema, columns, plan.target());
    SparseRow[] inputs = rows.stream().map(encoder::encodeSparse).toArray(SparseRow[]::new);
    replaceMeans(plan, encoder, training, Folds.split(rows.size(), folds, seed), inputs);
    return new FittedEncoding(encoder, new EncodedRows(encoder.size(), List.of(inputs)));
  }

  /** Puts out-of-fold means in place of those that know the row's own target. */
  private static void replaceMeans(
      EncodingPlan plan, Encoder encoder, TrainingRows training, Folds folds, SparseRow[] inputs) {
    for (int column = 0; column < plan.columns().size(); column++) {
      if (plan.columns().get(column) instanceof ColumnPlan.TargetMean mean) {
        for (int fold = 0; fold < folds.count(); fold++) {
          replaceMeans(mean, encoder.offset(column), training, folds, fold, inputs);
        }
      }
    }
  }

  private static void replaceMeans(
      ColumnPlan.TargetMean plan,
      int place,
      TrainingRows training,
      Folds folds,
      int fold,
      SparseRow[] inputs) {
    TrainingRows others = training.only(folds.outside(fold));
    Cell cell = Cell.of(ColumnFitting.fit(plan, others), training.schema());
    for (int row : folds.inside(fold)) {
      inputs[row] = inputs[row].with(place, cell.encode(training.rows().get(row)));
    }
  }
}
