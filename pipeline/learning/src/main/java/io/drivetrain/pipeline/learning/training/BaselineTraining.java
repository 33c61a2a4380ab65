package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.data.definition.EncodingSection;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import java.util.List;

/**
 * Learns a simple model to compare another one with: the same rows and encoding, a trainer with its
 * default parameters.
 */
public record BaselineTraining(TrainingSpec spec, EncodingPlan plan) {

  /** As a definition trains its own model. */
  public static BaselineTraining of(PipelineDefinition definition) {
    return new BaselineTraining(
        definition.section(TrainingSpec.SECTION), definition.section(EncodingSection.SECTION));
  }

  /**
   * The predicted values of the hold-out, in the target's unit.
   *
   * @param schema that the rows were read with
   */
  public double[] predict(Algorithm algorithm, FeatureSchema schema, LearningData data) {
    List<Row> rows = data.training().stream().map(Example::row).toList();
    double[] targets = data.training().stream().mapToDouble(Example::target).toArray();
    FittedModel model =
        FittedModel.fit(
            spec,
            plan,
            ConfiguredTrainer.withDefaults(algorithm),
            schema.seeing(rows),
            rows,
            targets,
            new TrainingMonitor());
    return data.holdOut().stream().map(Example::row).mapToDouble(model::value).toArray();
  }
}
