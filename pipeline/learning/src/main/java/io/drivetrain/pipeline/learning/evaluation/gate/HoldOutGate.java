package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.gate.GateResult;
import java.util.Optional;

/** A gate that the step {@code evaluate} asks. */
public sealed interface HoldOutGate extends Gate
    permits AnyTaskGate, SliceGate, BaselineGate, RangeGate, MonotoneGate {

  GateResult ask(EvaluationContext evaluation);

  /** Whether models of a task can be asked. */
  default boolean asks(Task task) {
    return task == Task.REGRESSION;
  }

  /** What the gate says that the features of the definition do not allow. */
  default Optional<Fault> fault(FeatureSchema schema) {
    return Optional.empty();
  }

  /**
   * @param key of the gate where it stands
   */
  record Fault(String key, String message) {}
}
