package io.drivetrain.pipeline.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.models.metric.TrainingRange;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.learning.data.definition.DataSpec;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    LearningData data =
        prepare("area,rent\n80,3000\n80.0,3000\n80,3000\n60,3000\n", new PreparationSpec(null));

    assertThat(data.examples()).extracting(Example::line).containsExactly(2L, 5L);
    assertThat(data.facts().duplicates()).isEqualTo(2);
  }

  @Test
  void leavesOutRowsThatTheSchemaRefusesOrThatHaveNoTarget() throws IOException {
    LearningData data =
        prepare("area,rent\n80,3000\n,3000\n60,\n60,\n70,0\n", new PreparationSpec(null));

    assertThat(data.examples()).hasSize(1);
    assertThat(data.facts().dropped())
        .isEqualTo(Map.of("refused", 4L, "duplicate", 0L, "outlier", 0L));
  }

  /** The quartiles of 1 to 5 are 2 and 4: the bounds lie at -1 and 7. */
  @Test
  void setsAsideTargetsOfTheTrainingPartTooFarOutsideItsQuartiles() throws IOException {
    LearningData inside = prepare(rents(1, 2, 3, 4, 5), new PreparationSpec(1.5), 0.001);
    LearningData outside = prepare(rents(1, 2, 3, 4, 99), new PreparationSpec(1.5), 0.001);
    LearningData noRule = prepare(rents(1, 2, 3, 4, 99), new PreparationSpec(null), 0.001);

    assertThat(inside.facts().dropped()).containsEntry("outlier", 0L);
    assertThat(outside.facts().dropped()).containsEntry("outlier", 1L);
    assertThat(outside.training()).extracting(Example::target).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(outside.outliers()).extracting(Example::target).containsExactly(99.0);
    assertThat(outside.examples()).hasSize(5);
    assertThat(outside.trainingRange()).isEqualTo(new TrainingRange(1, 4));
    assertThat(noRule.training()).hasSize(5);
  }

  @Test
  void theHoldOutKeepsItsOutliersAndHasNoPartInTheBounds() throws IOException {
    String csv =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i -> i + "," + (i % 10 == 0 ? 90_000 + i : i))
            .collect(Collectors.joining("\n", "area,rent\n", "\n"));

    LearningData rule = prepare(csv, new PreparationSpec(1.5), 0.2);
    LearningData noRule = prepare(csv, new PreparationSpec(null), 0.2);

    double[] targets = noRule.training().stream().mapToDouble(Example::target).sorted().toArray();
    double high = Quantile.of(targets, 0.75) + 1.5 * iqr(targets);
    assertThat(rule.holdOut())
        .extracting(Example::line)
        .isEqualTo(noRule.holdOut().stream().map(Example::line).toList());
    assertThat(rule.holdOut()).extracting(Example::target).anyMatch(target -> target > high);
    assertThat(rule.training()).isNotEmpty().allMatch(example -> example.target() <= high);
    assertThat(rule.outliers()).isNotEmpty().allMatch(example -> example.target() > high);
    assertThat(rule.training().size() + rule.outliers().size()).isEqualTo(noRule.training().size());
  }

  private static double iqr(double[] sorted) {
    return Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25);
  }

  @Test
  void repeatedRowsHaveNoWeightInTheOutlierRule() throws IOException {
    String repeated = "area,rent\n" + "1,99\n".repeat(20) + rents(1, 2, 3, 4).substring(10);

    LearningData data = prepare(repeated, new PreparationSpec(1.5), 0.001);

    assertThat(data.facts().dropped()).containsEntry("duplicate", 19L).containsEntry("outlier", 1L);
  }

  private static String rents(int... rents) {
    StringBuilder csv = new StringBuilder("area,rent\n");
    for (int rent : rents) {
      csv.append(rent).append(',').append(rent).append('\n');
    }
    return csv.toString();
  }

  private LearningData prepare(String csv, PreparationSpec preparation) throws IOException {
    return prepare(csv, preparation, 0.2);
  }

  private LearningData prepare(String csv, PreparationSpec preparation, double testShare)
      throws IOException {
    DataSpec spec =
        new DataSpec(
            new SourceSpec(null, null, List.of()),
            SCHEMA,
            RENT,
            preparation,
            new SplitSpec(testShare, null));
    try (PreparedSource source = PreparedFixtures.prepare(folder, "rents.csv", csv, spec)) {
      return source.data();
    }
  }
}
