package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.data.PreparedFixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChallengerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
  private static final String HASH = "ab".repeat(32);

  @Test
  void theHoldOutMeasuresTheIntervalsAndDoesNotMakeThem() throws InterruptedException {
    List<Example> examples = ModelTrainingTest.examples(300);
    List<Example> training = examples.subList(0, 200);
    List<Example> holdOut = examples.subList(200, 300);
    List<Example> farOff =
        holdOut.stream()
            .map(one -> new Example(one.line(), one.row(), one.target() * 1000))
            .toList();

    ModelBundle usual = bundle(training, holdOut);
    ModelBundle surprised = bundle(training, farOff);

    assertThat(surprised.estimator()).isEqualTo(usual.estimator());
    assertThat(head(surprised).errorModel()).isEqualTo(head(usual).errorModel());
    assertThat(head(surprised).conformal().quantile())
        .isEqualTo(head(usual).conformal().quantile());
    assertThat(head(usual).conformal().measuredCoverage()).isBetween(0.7, 0.9);
    assertThat(head(surprised).conformal().measuredCoverage()).isZero();
    assertThat(surprised.metrics()).containsEntry("interval_coverage", 0.0);
  }

  @Test
  void saysWhereTheModelComesFrom() throws InterruptedException {
    List<Example> examples = ModelTrainingTest.examples(300);

    ModelBundle bundle = bundle(examples.subList(0, 200), examples.subList(200, 300));

    assertThat(bundle.provenance().dataSource()).isEqualTo("rents.csv");
    assertThat(bundle.provenance().dataHash()).isEqualTo(HASH);
    assertThat(bundle.provenance().splitSeed()).isEqualTo(9);
    assertThat(bundle.provenance().algorithm()).isEqualTo("gradient_boosting");
    assertThat(bundle.provenance().parameters()).containsEntry("trees", "20");
    assertThat(bundle.provenance().library().name()).isEqualTo("smile-core");
    assertThat(bundle.provenance().library().version()).isNotEqualTo("unknown");
    assertThat(bundle.provenance().rows().train()).isEqualTo(200);
    assertThat(bundle.provenance().rows().test()).isEqualTo(100);
  }

  private static Head.Regression head(ModelBundle bundle) {
    return (Head.Regression) bundle.head();
  }

  private static ModelBundle bundle(List<Example> training, List<Example> holdOut)
      throws InterruptedException {
    LearningData data = PreparedFixtures.data("rents.csv", HASH, 9, training, holdOut);
    TrainedModel model =
        ModelTrainingTest.training(ModelTrainingTest.BOOSTING, 20, 2)
            .train(ModelTrainingTest.SCHEMA, training, List.of(), (text, fraction) -> {});
    return new Challenger(model, data, ModelTrainingTest.trainer(ModelTrainingTest.BOOSTING, 20))
        .bundle("0123456", NOW, NOW);
  }
}
