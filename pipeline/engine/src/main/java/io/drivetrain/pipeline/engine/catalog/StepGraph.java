package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the dependencies between the steps of a definition. */
final class StepGraph {
  /** Far more than anybody needs. Graphs are walked recursively. */
  private static final int MOST_STEPS = 200;

  private final Map<String, StepSpec> steps = new HashMap<>();

  private StepGraph(List<StepSpec> steps) {
    steps.forEach(step -> this.steps.put(step.id(), step));
  }

  /**
   * The steps with what each waits for: a step that does not say it waits for the one before it.
   *
   * @throws DefinitionException at a step that waits for an unknown one, or for itself in the end
   */
  static List<StepSpec> linked(List<StepSpec> steps) {
    if (steps.size() > MOST_STEPS) {
      throw new DefinitionException(
          "a pipeline may have at most %d steps, not %d".formatted(MOST_STEPS, steps.size()),
          "steps");
    }
    List<StepSpec> linked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      StepSpec step = steps.get(i);
      refuseUnknown(step, i, steps);
      linked.add(
          step.needs() == null
              ? step.after(i == 0 ? List.of() : List.of(steps.get(i - 1).id()))
              : step);
    }
    new StepGraph(linked).refuseCycle(linked);
    return linked;
  }

  private static void refuseUnknown(StepSpec step, int index, List<StepSpec> steps) {
    if (step.needs() == null) {
      return;
    }
    Set<String> known = steps.stream().map(StepSpec::id).collect(Collectors.toSet());
    for (int i = 0; i < step.needs().size(); i++) {
      if (!known.contains(step.needs().get(i))) {
        throw new DefinitionException(
            "there is no step '%s'; %s"
                .formatted(step.needs().get(i), Suggestion.among(known, step.needs().get(i))),
            "steps",
            index,
            "needs",
            i);
      }
    }
  }

  private void refuseCycle(List<StepSpec> inOrder) {
    Set<String> ending = new HashSet<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Optional<String> cycle = cycle(inOrder.get(i).id(), new ArrayDeque<>(), ending);
      if (cycle.isPresent()) {
        throw new DefinitionException(
            "these steps depend on each other: " + cycle.orElseThrow(), "steps", i, "needs");
      }
    }
  }

  /** Walks back from a step; what is known to come to an end is not walked again. */
  private Optional<String> cycle(String id, Deque<String> path, Set<String> ending) {
    if (ending.contains(id)) {
      return Optional.empty();
    }
    if (path.contains(id)) {
      List<String> round =
          new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(id), path.size());
      return Optional.of(String.join(" needs ", round) + " needs " + id);
    }
    path.addLast(id);
    for (String before : steps.get(id).needs()) {
      Optional<String> cycle = cycle(before, path, ending);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    path.removeLast();
    ending.add(id);
    return Optional.empty();
  }
}
