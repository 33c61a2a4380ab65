package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  private static final Field RMSE = Field.metric("rmse");
  private static final Field KIND = Field.param("kind");

  private final ComparedRun low = ComparisonFixtures.run("1", 0.1, "4");
  private final ComparedRun middle = ComparisonFixtures.run("2", 0.2, "6");
  private final ComparedRun high = ComparisonFixtures.run("3", 0.3, "8");
  private final List<ComparedRun> runs = List.of(low, middle, high);

  @Test
  void withoutRangesEveryRunIsLookedAt() {
    assertThat(Narrowing.NONE.of(runs)).isEqualTo(runs);
  }

  @Test
  void rangesOfOneFieldAddUpAndThoseOfSeveralNarrow() {
    Narrowing ends = Narrowing.NONE.with(new Range(RMSE, 0, 0.1)).with(new Range(RMSE, 0.25, 1));

    assertThat(ends.of(runs)).containsExactly(low, high);
    assertThat(ends.with(new Range(Field.param("depth"), 8, 9)).of(runs)).containsExactly(high);
  }

  @Test
  void runWithoutAValueIsInNoRange() {
    ComparedRun without = ComparisonFixtures.run("4", Map.of("rmse", Double.NaN), Map.of());

    assertThat(Narrowing.NONE.with(new Range(RMSE, -1e300, 1e300)).of(List.of(low, without)))
        .containsExactly(low);
  }

  @Test
  void textsAreAtTheirPlacesInOrder() {
    ComparedRun dart = ComparisonFixtures.run("5", Map.of(), Map.of("kind", "dart"));
    ComparedRun goss = ComparisonFixtures.run("6", Map.of(), Map.of("kind", "goss"));
    List<ComparedRun> texts = List.of(goss, dart);

    assertThat(Axis.of(KIND, texts).categories()).containsExactly("dart", "goss");
    assertThat(Narrowing.NONE.with(new Range(KIND, 0.6, 1.4)).of(texts)).containsExactly(goss);
  }

  @Test
  void newRangesReplaceThoseOfTheirFieldsOnly() {
    Range kept = new Range(Field.param("depth"), 4, 6);
    Narrowing before = Narrowing.NONE.with(kept).with(new Range(RMSE, 0, 1));

    Narrowing after = before.replacing(List.of(RMSE), List.of(new Range(RMSE, 0.3, 0.15)));

    assertThat(after.ranges()).containsExactly(kept, new Range(RMSE, 0.15, 0.3));
    assertThat(after.without(kept).of(runs)).containsExactly(middle, high);
  }
}
