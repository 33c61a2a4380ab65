package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.evaluation.gate.AnyTaskGate;
import io.drivetrain.pipeline.learning.evaluation.gate.Champion;
import io.drivetrain.pipeline.learning.evaluation.gate.ClassScores;
import io.drivetrain.pipeline.learning.evaluation.gate.Gate;
import io.drivetrain.pipeline.learning.evaluation.gate.GateVerdict;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import java.util.List;
import java.util.Optional;

/** Measures a classification on the hold-out, beside the champion, and asks its gates. */
record ClassEvaluation(
    StepContext context, TrackingRun tracking, FeatureSchema schema, ChampionReader champions) {

  /**
   * @param gates those that judge classes; others are of a later step
   */
  StepResult of(ModelBundle challenger, LearningData data, List<Gate> gates) {
    context.progress().report("scoring %d rows".formatted(data.holdOut().size()), 0.3);
    ClassScores scores = ClassScores.of(challenger, schema, data.holdOut(), data.facts().classes());
    if (scores.refused() > 0) {
      return new StepResult.Failed(
          "The challenger refuses %d of %d rows of the hold-out, the first: %s"
              .formatted(scores.refused(), data.holdOut().size(), scores.firstRefusal()));
    }
    Champion champion = champions.meet(scores, schema, data);
    context.progress().report("asking the gates", 0.6);
    HoldOutMetrics metrics = scores.metrics();
    List<GateResult> results =
        gates.stream()
            .filter(AnyTaskGate.class::isInstance)
            .map(gate -> ((AnyTaskGate) gate).ask(metrics, champion))
            .toList();
    GateVerdict verdict = new GateVerdict(results);
    verdict.log();
    EvaluateStep.write(
        tracking,
        RunResults.modelId(context.outputs()),
        metrics,
        champion,
        verdict,
        Optional.empty());
    tracking.text("evaluation/predicted_classes.csv", ClassFiles.predictions(scores));
    tracking.text("evaluation/confusion_matrix.csv", ClassFiles.confusion(scores));
    tracking.text("evaluation/reliability.csv", ClassFiles.reliability(scores));
    context.progress().report("explaining", 0.8);
    tracking.text(
        "evaluation/feature_importance.csv",
        EvaluationFiles.importance(challenger, schema, data.holdOut()));
    return EvaluateStep.result(metrics, champion, verdict);
  }
}
