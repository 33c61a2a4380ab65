package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.pipeline.trainer.InputTraits;
import io.drivetrain.pipeline.trainer.InputTraits.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedTraitsTest {
  private static final EncodingPlan PLAN =
      new EncodingPlan(
          TargetTransform.LOG,
          List.of(
              new ColumnPlan.Age("year", null),
              new ColumnPlan.Number("mileage_km"),
              new ColumnPlan.Levels("fuel", List.of(), null, null),
              new ColumnPlan.Missing("mileage_km")));

  @Test
  void anAgeFallsWhileItsYearGrows() {
    PlannedTraits planned =
        planned(
            "lightgbm",
            Map.of("year", Direction.RISING, "mileage_km", Direction.FALLING),
            List.of("fuel"));

    assertThat(planned.fault()).isEmpty();
    assertThat(planned.traits())
        .containsExactly(
            new InputTraits(false, Direction.FALLING),
            new InputTraits(false, Direction.FALLING),
            new InputTraits(true, Direction.ANY),
            InputTraits.PLAIN);
  }

  @Test
  void namesWhatCannotFollow() {
    assertThat(planned("lightgbm", Map.of("colour", Direction.RISING), List.of()).fault())
        .hasValueSatisfying(
            fault -> assertThat(fault).startsWith("monotone: colour has no column"));
    assertThat(planned("lightgbm", Map.of(), List.of("year")).fault())
        .hasValue("nominal: year has no column of type levels");
    assertThat(planned("ridge", Map.of("year", Direction.RISING), List.of()).fault())
        .hasValue("monotone: ridge does not keep directions");
  }

  private static PlannedTraits planned(
      String algorithm, Map<String, Direction> monotone, List<String> nominal) {
    return new PlannedTraits(
        new TrainingSpec(new Algorithm(algorithm), null, null, null, monotone, nominal), PLAN);
  }
}
