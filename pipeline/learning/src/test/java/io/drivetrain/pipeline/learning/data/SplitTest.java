package io.drivetrain.pipeline.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(new NumericFeature("area", LABEL, null, false, "", false, false, 0, 1e9, null)),
          new Target("rent", LABEL, "", null));

  @Test
  void keepsAboutTheShareAsked() {
    Parts split = parts(examples(10_000), new SplitSpec(0.2, 42L));

    assertThat(split.holdOut()).hasSizeBetween(1900, 2100);
    assertThat(split.training()).hasSize(10_000 - split.holdOut().size());
  }

  @Test
  void aRowStaysOnItsSideWhateverStandsAroundIt() {
    List<Example> first = examples(1000);
    List<Example> later = new ArrayList<>(first.subList(200, 1000));
    Collections.shuffle(later, new Random(1));

    Parts before = parts(first, new SplitSpec(0.2, 42L));
    Parts after = parts(later, new SplitSpec(0.2, 42L));

    assertThat(new HashSet<>(before.holdOut())).containsAll(after.holdOut());
    assertThat(new HashSet<>(before.training())).containsAll(after.training());
  }

  @Test
  void anotherSeedGivesAnotherHoldOut() {
    List<Example> examples = examples(1000);

    assertThat(parts(examples, new SplitSpec(0.2, 1L)))
        .isNotEqualTo(parts(examples, new SplitSpec(0.2, 2L)));
  }

  @Test
  void aRowThatIsDeliveredAgainAtAnotherPriceStaysOnItsSide() {
    Split byFeatures = new Split(new SplitSpec(0.2, 42L));
    Split byRow = new Split(new SplitSpec(0.2, 42L, SplitSpec.By.ROW));
    List<Example> examples = examples(1000);

    assertThat(examples)
        .allMatch(one ->
            byFeatures.holdsOut(one.row(), one.target())
                == byFeatures.holdsOut(one.row(), one.target() * 1.05));
    assertThat(examples)
        .anyMatch(one ->
            byRow.holdsOut(one.row(), one.target())
                != byRow.holdsOut(one.row(), one.target() * 1.05));
  }

  private record Parts(List<Example> training, List<Example> holdOut) {}

  private static Parts parts(List<Example> examples, SplitSpec spec) {
    Split split = new Split(spec);
    Map<Boolean, List<Example>> parts =
        examples.stream()
            .collect(Collectors.partitioningBy(one -> split.holdsOut(one.row(), one.target())));
    return new Parts(parts.get(false), parts.get(true));
  }

  private static List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var row = SCHEMA.read(Map.of("area", i)).row();
      examples.add(new Example(i + 2, row, 1000 + i % 7));
    }
    return examples;
  }
}
