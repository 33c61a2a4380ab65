package io.drivetrain.pipeline.engine.definition;

import java.util.List;
import java.util.Objects;

/** A definition that cannot be used. The message is for its author. */
public class DefinitionException extends RuntimeException {
  private final transient List<Object> path;

  /**
   * @param path where in the definition: keys and list indexes, {@code "steps", 2, "retries"}; the
   *     reader turns it into line and column
   */
  public DefinitionException(String message, Object... path) {
    super(Objects.requireNonNull(message));
    this.path = List.of(path);
  }

  public List<Object> path() {
    return path;
  }
}
