package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.data.Preparation;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.data.source.TableReader;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Flats to let with a day and a note, and what is found in a file of them. */
final class QualityFixtures {
  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private static final Label LABEL = new Label("x", "x");

  static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, "Ville", true, List.of(), true, null, Map.of(), null),
              new NumericFeature("rooms", LABEL, "Pièces", false, "", true, false, 1, 20, null),
              new DateFeature(
                  "listed_on",
                  LABEL,
                  "Publié le",
                  false,
                  LocalDate.of(2020, 1, 1),
                  LocalDate.of(2030, 1, 1)),
              new TextFeature("note", LABEL, "Note", false, 100)),
          new Target("rent", LABEL, "MAD", "Loyer"),
          List.of("--"));

  private static final NumericFeature RENT =
      new NumericFeature("rent", LABEL, "Loyer", true, "MAD", false, false, 1, 100_000, null);

  private QualityFixtures() {}

  /** What one expectation finds in a file. */
  static Finding finding(Path folder, String csv, Expectation expectation) {
    return finding(folder, csv, expectation, Duration.ofSeconds(30));
  }

  static Finding finding(Path folder, String csv, Expectation expectation, Duration sqlTimeout) {
    try {
      DataTable table = table(folder, csv);
      Preparation preparation = Preparation.of(table, new PreparationSpec(null));
      QualityCheck check =
          new QualityCheck(
              "flats.csv",
              new FileCheck(table, preparation, SCHEMA, START),
              new ValueCheck(table),
              new SqlCheck(table, SCHEMA, new ReadingLimits(folder), () -> sqlTimeout),
              new EarlierDataCheck(
                  new EarlierData.Unknown("no model is in production yet"),
                  new TrainingProfile(1, "", table.rowCount(), Map.of())));
      return check.verdict(new QualitySpec(List.of(expectation))).findings().getFirst();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static DataTable table(Path folder, String csv) throws IOException {
    Path file = folder.resolve("flats.csv");
    Files.writeString(file, csv);
    SourceSpec source = new SourceSpec(null, null, List.of("--"));
    return new TableReader(source, SCHEMA, RENT, new ReadingLimits(folder)).read("flats.csv", file);
  }
}
