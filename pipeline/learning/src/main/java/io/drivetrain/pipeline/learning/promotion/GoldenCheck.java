package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import java.util.ArrayList;
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
        double value = served.predict(reading).asValue().value();
        results.add(record.predicted(value));
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
    double[] batch = served.values(rows);
    double[] local = trained.values(rows);
    long differences = 0;
    for (int i = 0; i < batch.length; i++) {
      long single = Double.doubleToLongBits(served.predict(readings.get(i)).asValue().value());
      boolean same =
          single == Double.doubleToLongBits(batch[i])
              && single == Double.doubleToLongBits(local[i]);
      differences += same ? 0 : 1;
    }
    return differences;
  }
}
