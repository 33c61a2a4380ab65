package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainerParametersTest {
  private static final Growth DEFAULTS = new Growth(500, 0.05, true);

  private record Growth(int maxDepth, double shrinkage, boolean balanced) {
    Growth {
      if (!(shrinkage > 0 && shrinkage <= 1)) {
        throw new IllegalArgumentException(
            "shrinkage must be above 0 and at most 1, not " + shrinkage);
      }
    }
  }

  @Test
  void takesWhatTheRunSaysAndDefaultsElsewhere() {
    RunParameters run =
        new RunParameters(
            Map.of("train.max_depth", 20, "train.shrinkage", 1, "train.balanced", false));

    assertThat(TrainerParameters.of(run, DEFAULTS)).isEqualTo(new Growth(20, 1, false));
    assertThat(TrainerParameters.of(new RunParameters(Map.of("title", "x")), DEFAULTS))
        .isEqualTo(DEFAULTS);
  }

  @Test
  void namesTheParameterThatIsOutOfRange() {
    RunParameters run = new RunParameters(Map.of("train.shrinkage", 1.5));

    assertThatThrownBy(() -> TrainerParameters.of(run, DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("train.shrinkage must be above 0 and at most 1, not 1.5");
  }

  @Test
  void namesThemInSnakeCase() {
    assertThat(TrainerParameters.byName(DEFAULTS))
        .containsExactly(
            Map.entry("max_depth", "500"),
            Map.entry("shrinkage", "0.05"),
            Map.entry("balanced", "true"));
  }

  @Test
  void checksWhatADefinitionDeclares() {
    assertThat(fault("title", ParameterType.TEXT, "x")).isEmpty();
    assertThat(fault("train.max_depth", ParameterType.INTEGER, 3)).isEmpty();
    assertThat(fault("train.shrinkage", ParameterType.INTEGER, 1)).isEmpty();
    assertThat(fault("train.depth", ParameterType.INTEGER, 3).orElseThrow())
        .startsWith("there is no hyper-parameter 'train.depth'; known are train.balanced,");
    assertThat(fault("train.max_depth", ParameterType.NUMBER, 3.5))
        .contains("train.max_depth must be of type integer, not number");
    assertThat(fault("train.shrinkage", ParameterType.NUMBER, 2.0))
        .contains(
            "the default of parameter train.shrinkage must be above 0 and at most 1, not 2.0");
  }

  private static Optional<String> fault(String name, ParameterType type, Object value) {
    return TrainerParameters.fault(
        new ParameterSpec(name, type, value, null, null, null, null, null), DEFAULTS);
  }
}
