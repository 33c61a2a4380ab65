package io.drivetrain.pipeline.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import io.drivetrain.pipeline.learning.data.source.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(new NumericFeature("area", LABEL, null, true, "", false, false, 1, 500, null)),
          new Target("rent", LABEL, "", null));
  private static final NumericFeature RENT =
      new NumericFeature("rent", LABEL, null, true, "", false, false, 1, 100_000, null);

  @TempDir Path folder;

  @Test
  void leavesOutRepeatedRowsWhateverTheirSpelling() throws IOException {
    Preparation preparation =
        prepare("area,rent\n80,3000\n80.0,3000\n80,3000\n60,3000\n", new PreparationSpec(null));

    assertThat(preparation.examples()).extracting(Example::line).containsExactly(2L, 5L);
    assertThat(preparation.duplicates()).isEqualTo(2);
  }

  @Test
  void leavesOutRowsThatTheSchemaRefusesOrThatHaveNoTarget() throws IOException {
    Preparation preparation =
        prepare("area,rent\n80,3000\n,3000\n60,\n60,\n70,0\n", new PreparationSpec(null));

    assertThat(preparation.examples()).hasSize(1);
    assertThat(preparation.dropped())
        .isEqualTo(Map.of("refused", 4L, "duplicate", 0L, "outlier", 0L));
  }

  /** The quartiles of 1 to 5 are 2 and 4: the bounds lie at -1 and 7. */
  @Test
  void leavesOutTargetsTooFarOutsideTheQuartiles() throws IOException {
    Preparation inside = prepare(rents(1, 2, 3, 4, 5), new PreparationSpec(1.5));
    Preparation outside = prepare(rents(1, 2, 3, 4, 99), new PreparationSpec(1.5));
    Preparation noRule = prepare(rents(1, 2, 3, 4, 99), new PreparationSpec(null));

    assertThat(inside.dropped()).containsEntry("outlier", 0L);
    assertThat(outside.dropped()).containsEntry("outlier", 1L);
    assertThat(outside.examples()).extracting(Example::target).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(noRule.examples()).hasSize(5);
  }

  @Test
  void repeatedRowsHaveNoWeightInTheOutlierRule() throws IOException {
    String repeated = "area,rent\n" + "1,99\n".repeat(20) + rents(1, 2, 3, 4).substring(10);

    Preparation preparation = prepare(repeated, new PreparationSpec(1.5));

    assertThat(preparation.dropped()).containsEntry("duplicate", 19L).containsEntry("outlier", 1L);
  }

  private static String rents(int... rents) {
    StringBuilder csv = new StringBuilder("area,rent\n");
    for (int rent : rents) {
      csv.append(rent).append(',').append(rent).append('\n');
    }
    return csv.toString();
  }

  private Preparation prepare(String csv, PreparationSpec spec) throws IOException {
    Path file = folder.resolve("rents.csv");
    Files.writeString(file, csv);
    DataTable table =
        new TableReader(
                new SourceSpec(null, null, List.of()), SCHEMA, RENT, new ReadingLimits(folder))
            .read("rents.csv", file);
    return Preparation.of(table, spec);
  }
}
