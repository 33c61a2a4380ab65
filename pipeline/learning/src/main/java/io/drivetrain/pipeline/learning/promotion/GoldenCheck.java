package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets a model predict golden records, one by one and as a batch. */
final class GoldenCheck {
  private final ModelBundle served;
  private final ModelBundle trained;

  /**
   * @param served as it comes through the registry
   * @param trained as the training stored it
   */
  GoldenCheck(ModelBundle served, ModelBundle trained) {
    this.served = served;
    this.trained = trained;
  }

  List<GoldenResult> check(List<GoldenRecord> records) {
    List<GoldenResult> results = new ArrayList<>();
    for (GoldenRecord record : records) {
      RowReading reading = served.schema().read(record.row());
      if (reading.isUsable()) {
        results.add(record.predicted(served.predict(reading)));
      } else {
        results.add(record.refused(reading.errors().getFirst().message()));
      }
    }
    return results;
  }

  /** How many golden records are not predicted with the same bits in every way of predicting. */
  long differences(List<GoldenRecord> records) {
    List<RowReading> readings =
        records.stream()
            .map(record -> served.schema().read(record.row()))
            .filter(RowReading::isUsable)
            .toList();
    List<Row> rows = readings.stream().map(RowReading::row).toList();
    double[][] batch = numbers(served, rows);
    double[][] local = numbers(trained, rows);
    long differences = 0;
    for (int i = 0; i < batch.length; i++) {
      double[] single = served.predict(readings.get(i)).numbers();
      boolean same = Arrays.equals(single, batch[i]) && Arrays.equals(single, local[i]);
      differences += same ? 0 : 1;
    }
    return differences;
  }

  private static double[][] numbers(ModelBundle model, List<Row> rows) {
    return switch (model.task()) {
      case REGRESSION ->
          Arrays.stream(model.values(rows))
              .mapToObj(value -> new double[] {value})
              .toArray(double[][]::new);
      case CLASSIFICATION ->
          rows.stream().map(row -> model.predict(row).numbers()).toArray(double[][]::new);
    };
  }
}
