package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a column is fitted on.
 *
 * @param targets on the scale of learning, one for each row
 */
record TrainingRows(FeatureSchema schema, List<Row> rows, double[] targets) {

  TrainingRows only(int[] indexes) {
    return new TrainingRows(
        schema,
        Arrays.stream(indexes).mapToObj(rows::get).toList(),
        Arrays.stream(indexes).mapToDouble(i -> targets[i]).toArray());
  }

  /** The values of one feature where it is present, sorted; at least one. */
  double[] sorted(String feature, ToDoubleFunction<Row> value) {
    int at = Places.of(feature, schema);
    double[] values =
        rows.stream().filter(row -> !row.isMissing(at)).mapToDouble(value).sorted().toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "feature "
              + feature
              + " has no value in the training rows: leave it out of the encoding");
    }
    return values;
  }
}
