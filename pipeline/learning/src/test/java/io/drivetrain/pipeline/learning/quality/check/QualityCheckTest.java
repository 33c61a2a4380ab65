package io.drivetrain.pipeline.learning.quality.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.data.PreparedFixtures;
import io.drivetrain.pipeline.learning.data.PreparedSource;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.QualitySpec;
import io.drivetrain.pipeline.learning.quality.expectation.ValueExpectation;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCheckTest {
  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, null, true, List.of(), true, null, Map.of(), null),
              new NumericFeature("area", LABEL, null, false, "m2", false, false, 1, 500, null)),
          new Target("rent", LABEL, "MAD", null),
          List.of("--"));
  private static final NumericFeature RENT =
      new NumericFeature("rent", LABEL, null, true, "MAD", false, false, 1, 100_000, null);

  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
  private static final TrainingProfile NOTHING = new TrainingProfile(1, "", 7, Map.of());

  @TempDir Path folder;
  private PreparedSource source;
  private DataSql sql;
  private QualityCheck check;

  /**
   * Seven rows: one twice, one refused, one city and two areas missing; and a line that is none.
   */
  @BeforeEach
  void readTheFile() throws IOException, SQLException {
    String csv =
        """
        city,area,rent
        Fès,80,3000
        Fès,80,3000
        Rabat,--,5000
        ,60,2000
        Tanger
        Rabat,9999,4000
        Tanger,,2500
        Tanger,40,2500
        """;
    DataSpec spec =
        new DataSpec(
            new SourceSpec(null, null, List.of("--")),
            SCHEMA,
            RENT,
            new PreparationSpec(null),
            new SplitSpec(null, null));
    source = PreparedFixtures.prepare(folder, "rents.csv", csv, spec);
    sql =
        DataSql.open(
            source.parquet(), SCHEMA, new ReadingLimits(folder), () -> Duration.ofSeconds(10));
    check =
        QualityCheck.of(
            source, SCHEMA, sql, START, new EarlierData.Unknown("nothing is kept"), NOTHING);
  }

  @AfterEach
  void close() throws IOException, SQLException {
    sql.close();
    source.close();
  }

  @Test
  void countsRowsOfTheFileAndDifferentOnes() {
    Finding all = only(new FileExpectation.Rows(7, false, null));
    Finding different = only(new FileExpectation.Rows(7, true, null));

    assertThat(all.passed()).isTrue();
    assertThat(different.passed()).isFalse();
    assertThat(different.failing()).isEqualTo(1);
    assertThat(different.sentence()).isEqualTo("expected at least 7 different rows, found 6");
  }

  @Test
  void namesTheLinesThatAreNoRows() {
    Finding lines = only(new FileExpectation.ReadableLines(0.9, null));

    assertThat(lines.passed()).isFalse();
    assertThat(lines.failing()).isEqualTo(1);
    assertThat(lines.samples()).extracting(SampleRow::line).containsExactly(6L);
    assertThat(lines.sentence())
        .startsWith(
            "expected 90.0 % readable lines or more, found 87.5 % (1 of 8 are not) (first: line"
                + " 6, ");
  }

  @Test
  void countsMissingCellsOfAColumnAsOftenAsTheyStandThere() {
    Finding area = only(new FileExpectation.Missing("area", 0.3, null));
    Finding city = only(new FileExpectation.Missing("city", 0.1, null));

    assertThat(area.passed()).isTrue();
    assertThat(area.samples()).containsExactly(new SampleRow(4, "--"), new SampleRow(8, ""));
    assertThat(city.sentence())
        .isEqualTo(
            "column city: expected less than 10.0 % missing cells, found 14.3 % (1 of 7)"
                + " (first: line 5, an empty cell)");
  }

  @Test
  void aShareOfMissingCellsThatIsReachedIsTooMuch() {
    assertThat(only(new FileExpectation.Missing("area", 2 / 7.0, null)).passed()).isFalse();
  }

  @Test
  void countsTheMissingCellsOfAllColumnsTogether() {
    Finding cells = only(new FileExpectation.Missing(null, 0.1, null));

    assertThat(cells.failing()).isEqualTo(3);
    assertThat(cells.observed()).isEqualTo("14.3 % (3 of 21)");
    assertThat(cells.column()).isEmpty();
  }

  @Test
  void refusedValuesAreInvalidAndMissingOnesAreNot() {
    Finding valid = only(new ValueExpectation.Valid("area", 0.9, null));

    assertThat(valid.passed()).isFalse();
    assertThat(valid.samples()).containsExactly(new SampleRow(7, "9999"));
    assertThat(valid.sentence())
        .isEqualTo(
            "column area: expected 90.0 % valid values or more, found 80.0 % (1 of 5 are not)"
                + " (first: line 7, '9999')");
    assertThat(only(new ValueExpectation.Valid("area", 0.8, null)).passed()).isTrue();
  }

  @Test
  void boundsHoldForTheShareAskedAndAreIncluded() {
    Finding mostly = only(new ValueExpectation.Between("rent", 2500.0, 4000.0, 0.7, null));
    Finding all = only(new ValueExpectation.Between("rent", 2500.0, null, 1, null));

    assertThat(mostly.passed()).isTrue();
    assertThat(mostly.failing()).isEqualTo(2);
    assertThat(all.passed()).isFalse();
    assertThat(all.expected()).isEqualTo("100.0 % values from 2500 to any or more");
    assertThat(all.samples()).containsExactly(new SampleRow(5, "2000"));
  }

  @Test
  void valuesOutsideAListAreShown() {
    Finding cities = only(new ValueExpectation.OneOf("city", List.of("Fès", "Rabat"), 0.9, null));

    assertThat(cities.passed()).isFalse();
    assertThat(cities.samples())
        .containsExactly(new SampleRow(8, "Tanger"), new SampleRow(9, "Tanger"));
  }

  @Test
  void repeatedRowsAreReported() {
    Finding none = only(new FileExpectation.Duplicates(0.1, Severity.WARN));

    assertThat(none.passed()).isFalse();
    assertThat(none.sentence())
        .isEqualTo("expected at most 10.0 % repeated rows, found 14.3 % (1 of 7)");
  }

  @Test
  void aFailedExpectationRefusesTheFileAndSaysWhatToDo() {
    QualityVerdict verdict =
        check.verdict(
            new QualitySpec(
                List.of(
                    new FileExpectation.Rows(1000, false, null),
                    new FileExpectation.Missing("city", 0.1, null),
                    new FileExpectation.Duplicates(0, Severity.WARN))));

    assertThat(verdict).isInstanceOf(QualityVerdict.Refused.class);
    assertThat(((QualityVerdict.Refused) verdict).reason())
        .isEqualTo(
            "rents.csv cannot be learned from: expected at least 1,000 rows, found 7;"
                + " column city: expected less than 10.0 % missing cells, found 14.3 % (1 of 7)"
                + " (first: line 5, an empty cell). Correct the file, or the expectations in the"
                + " definition, and start another run.");
    assertThat(verdict.findings()).hasSize(3);
  }

  @Test
  void aWarningRefusesNothing() {
    QualityVerdict verdict =
        check.verdict(new QualitySpec(List.of(new FileExpectation.Duplicates(0, Severity.WARN))));

    assertThat(verdict).isInstanceOf(QualityVerdict.Accepted.class);
    assertThat(verdict.findings().getFirst().passed()).isFalse();
  }

  private Finding only(Expectation expectation) {
    return check.verdict(new QualitySpec(List.of(expectation))).findings().getFirst();
  }
}
