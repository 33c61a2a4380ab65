package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that run again when one step of an ended run is retried: the step, failed steps before
 * it, cancelled steps, and all steps that depend on these. A step that always runs is retried
 * alone.
 *
 * @param steps in the order of the definition
 */
record RetryScope(List<StepSpec> steps) {

  RetryScope {
    steps = List.copyOf(steps);
  }

  /**
   * @param graph the steps of the definition that the run started with
   * @param states how each of them ended
   * @throws PipelineException when there is no such step, or a retry could not change how the run
   *     ended
   */
  static RetryScope of(String step, List<StepSpec> graph, Map<String, StepState> states) {
    Map<String, StepSpec> specs = new LinkedHashMap<>();
    graph.forEach(spec -> specs.put(spec.id(), spec));
    if (!specs.containsKey(step)) {
      throw PipelineException.notFound("step", step);
    }
    refuse(step, states.get(step));
    Set<String> begun = new LinkedHashSet<>(Set.of(step));
    if (!specs.get(step).always()) {
      Set<String> before = before(step, specs);
      before.forEach(one -> refuseBehindNo(step, specs.get(one), states.get(one)));
      before.stream().filter(one -> states.get(one).isRetriable()).forEach(begun::add);
      specs.keySet().stream()
          .filter(one -> states.get(one) == StepState.CANCELLED)
          .forEach(begun::add);
    }
    return new RetryScope(graph.stream().filter(spec -> followsFrom(spec, begun, specs)).toList());
  }

  private static void refuse(String step, StepState state) {
    Optional<String> fault =
        switch (state) {
          case FAILED, CANCELLED, TIMED_OUT, UPSTREAM_FAILED -> Optional.empty();
          case REJECTED ->
              Optional.of(
                  "was rejected, and a retry does not change that. Resume the run with changed inputs");
          case SKIPPED ->
              Optional.of(
                  "was skipped because an earlier step was rejected. Resume the run with changed inputs");
          case SUCCEEDED, REUSED -> Optional.of("succeeded: there is nothing to retry");
          case PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING ->
              Optional.of("has not ended");
        };
    fault.ifPresent(why -> {
      throw PipelineException.stepNotRetryable("Step %s %s.".formatted(step, why));
    });
  }

  private static void refuseBehindNo(String step, StepSpec before, StepState state) {
    if (state == StepState.REJECTED && !before.always()) {
      throw PipelineException.stepNotRetryable(
          "Step %s depends on %s, which was rejected. Resume the run with changed inputs."
              .formatted(step, before.id()));
    }
  }

  /** All steps that a step depends on, direct and indirect. */
  private static Set<String> before(String step, Map<String, StepSpec> specs) {
    Set<String> before = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(specs.get(step).needs());
    while (!ahead.isEmpty()) {
      String need = ahead.remove();
      if (before.add(need)) {
        ahead.addAll(specs.get(need).needs());
      }
    }
    return before;
  }

  private static boolean followsFrom(
      StepSpec spec, Set<String> begun, Map<String, StepSpec> specs) {
    return begun.contains(spec.id()) || before(spec.id(), specs).stream().anyMatch(begun::contains);
  }
}
