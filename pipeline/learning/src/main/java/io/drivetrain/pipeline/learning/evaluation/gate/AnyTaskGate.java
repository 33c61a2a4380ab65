package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.pipeline.api.gate.GateResult;

/** A gate that needs no more than the metrics and the champion: of numbers and of classes. */
public sealed interface AnyTaskGate extends HoldOutGate permits MetricGate, ChampionGate {

  /**
   * @param metrics of the challenger
   */
  GateResult ask(HoldOutMetrics metrics, Champion champion);

  @Override
  default GateResult ask(EvaluationContext evaluation) {
    return ask(evaluation.metrics(), evaluation.champion());
  }
}
