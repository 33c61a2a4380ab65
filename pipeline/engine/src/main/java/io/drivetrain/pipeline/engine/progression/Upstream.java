package io.drivetrain.pipeline.engine.progression;

import io.drivetrain.pipeline.engine.progression.RunDecision.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of the steps before a step, direct and indirect. Each step is visited once: a graph
 * with many branches has far more paths than steps.
 */
final class Upstream {
  private final Map<String, Position> positions;
  private final Map<String, Boolean> over = new HashMap<>();
  private final Map<String, Optional<Position>> broken = new HashMap<>();

  /**
   * @param positions of all steps of the run, by id
   */
  Upstream(Map<String, Position> positions) {
    this.positions = positions;
  }

  /**
   * Whether all of it has ended: in a stopped run a step is cancelled while one before it is still
   * being stopped.
   */
  boolean isOver(Position step) {
    Boolean known = over.get(step.step());
    if (known != null) {
      return known;
    }
    boolean isOver =
        needs(step).stream().allMatch(need -> need.state().isTerminal() && isOver(need));
    over.put(step.step(), isOver);
    return isOver;
  }

  /** The step that broke, if one did. */
  Optional<Position> broken(Position step) {
    Optional<Position> known = broken.get(step.step());
    if (known != null) {
      return known;
    }
    Optional<Position> found =
        needs(step).stream()
            .map(need -> need.isBroken() ? Optional.of(need) : broken(need))
            .flatMap(Optional::stream)
            .findFirst();
    broken.put(step.step(), found);
    return found;
  }

  private List<Position> needs(Position step) {
    return step.needs().stream().map(positions::get).toList();
  }
}
