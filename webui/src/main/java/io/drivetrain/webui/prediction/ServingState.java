package io.drivetrain.webui.prediction;

import java.util.Optional;

/** What the predictor can answer with at the moment. */
public sealed interface ServingState {

  /** The registry has not answered yet. */
  record Starting() implements ServingState {}

  /** The registry has no model in production. */
  record NoModel() implements ServingState {}

  /** The model in production answers. */
  record Serving(ServedModel current) implements ServingState {}

  /** A newer model is in production but cannot be loaded: the one before it goes on answering. */
  record ServingPrevious(ServedModel current, FailedLoad failed) implements ServingState {}

  /** The model in production cannot be loaded and there is none before it. */
  record Unloadable(FailedLoad failed) implements ServingState {}

  /**
   * A version that could not be loaded.
   *
   * @param reason what is wrong with it, for people
   */
  record FailedLoad(String version, String reason) {}

  default Optional<ServedModel> model() {
    return switch (this) {
      case Serving(ServedModel current) -> Optional.of(current);
      case ServingPrevious(ServedModel current, FailedLoad _) -> Optional.of(current);
      case Starting(), NoModel(), Unloadable(_) -> Optional.empty();
    };
  }

  /** Whether something has to be repaired; a missing model is not a failure. */
  default boolean isFailure() {
    return this instanceof ServingPrevious || this instanceof Unloadable;
  }

  /** For the log. */
  default String describe() {
    return switch (this) {
      case Starting() -> "The registry has not answered yet";
      case NoModel() -> "There is no model in production";
      case Serving(ServedModel current) -> current + " answers";
      case ServingPrevious(ServedModel current, FailedLoad failed) ->
          "%s still answers: version %s cannot be loaded: %s"
              .formatted(current, failed.version(), failed.reason());
      case Unloadable(FailedLoad failed) ->
          "Nothing answers: version %s cannot be loaded: %s"
              .formatted(failed.version(), failed.reason());
    };
  }
}
