package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private final ComparedRun baseline =
      ComparisonFixtures.run("1", Map.of("rmse", 0.5), Map.of("depth", "4", "seed", "42"));
  private final ComparedRun other =
      ComparisonFixtures.run("2", Map.of("rmse", 0.25), Map.of("depth", "6", "seed", "42"));
  private final ComparedRun without =
      ComparisonFixtures.run("3", Map.of(), Map.of("depth", "four", "seed", "42"));

  @Test
  void saysWhatChangedFromTheBaseline() {
    List<Difference> rows = Difference.between(baseline, List.of(other, without));

    assertThat(rows)
        .extracting(Difference::field)
        .containsExactly(Field.param("depth"), Field.param("seed"), Field.metric("rmse"));
    Difference depth = rows.getFirst();
    assertThat(depth.baseline()).contains("4");
    assertThat(depth.others().getFirst().change()).hasValue(2);
    assertThat(depth.others().getLast().change()).isEmpty();
    assertThat(depth.others()).allMatch(Difference.Other::differs);
    assertThat(rows.get(1).differs()).isFalse();
  }

  @Test
  void missingValueDiffersFromOneThatIsThere() {
    Difference rmse = Difference.between(baseline, List.of(other, without)).getLast();

    assertThat(rmse.others().getFirst().change().orElseThrow()).isEqualTo(-0.25, within(1e-12));
    assertThat(rmse.others().getLast().value()).isEmpty();
    assertThat(rmse.others().getLast().differs()).isTrue();
  }
}
