package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.learning.data.PreparedFixtures;
import io.drivetrain.pipeline.learning.data.PreparedSource;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.QualitySpec;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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
    DataSpec spec =
        new DataSpec(
            new SourceSpec(null, null, List.of("--")),
            SCHEMA,
            RENT,
            new PreparationSpec(null),
            new SplitSpec(null, null));
    try (PreparedSource source = PreparedFixtures.prepare(folder, "flats.csv", csv, spec);
        DataSql sql =
            DataSql.open(source.parquet(), SCHEMA, new ReadingLimits(folder), () -> sqlTimeout)) {
      QualityCheck check =
          QualityCheck.of(
              source,
              SCHEMA,
              sql,
              START,
              new EarlierData.Unknown("no model is in production yet"),
              new TrainingProfile(1, "", source.data().facts().rows(), Map.of()));
      return check.verdict(new QualitySpec(List.of(expectation))).findings().getFirst();
    } catch (IOException | SQLException broken) {
      throw new AssertionError(broken);
    }
  }
}
