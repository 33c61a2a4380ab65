package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeParametersTest {

  @Test
  void takesWhatTheRunSaysAndDefaultsElsewhere() {
    RunParameters run = new RunParameters(Map.of("train.trees", 20, "train.shrinkage", 0.2));

    TreeParameters parameters = TreeParameters.of(run, TrainingSpec.DEFAULTS);

    assertThat(parameters).isEqualTo(new TreeParameters(20, 8, 16, 5, 0.2, 0.7, 0));
  }

  @Test
  void namesTheParameterThatIsOutOfRange() {
    RunParameters run = new RunParameters(Map.of("train.subsample", 1.5));

    assertThatThrownBy(() -> TreeParameters.of(run, TrainingSpec.DEFAULTS))
        .hasMessage("train.subsample must be above 0 and at most 1, not 1.5");
  }
}
