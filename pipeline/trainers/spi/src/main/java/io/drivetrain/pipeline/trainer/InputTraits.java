package io.drivetrain.pipeline.trainer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * What is known of an input beside its numbers.
 *
 * @param term it is one of many terms of a text, weighted so that they can be compared; mostly 0
 * @param nominal its numbers are codes without an order: whole, and below 0 where it is missing
 * @param direction that the score must keep while the input grows and the others stay
 */
public record InputTraits(boolean term, boolean nominal, Direction direction) {

  /** A number like any other. */
  public static final InputTraits PLAIN = new InputTraits(false, Direction.ANY);

  /** A term of a text. */
  public static final InputTraits TERM = new InputTraits(true, false, Direction.ANY);

  /** How a score may move while an input grows. */
  public enum Direction {
    @JsonProperty("rising")
    RISING,
    @JsonProperty("falling")
    FALLING,
    @JsonProperty("any")
    ANY;

    /** While the input falls. */
    public Direction reversed() {
      return switch (this) {
        case RISING -> FALLING;
        case FALLING -> RISING;
        case ANY -> ANY;
      };
    }
  }

  /** Of no text. */
  public InputTraits(boolean nominal, Direction direction) {
    this(false, nominal, direction);
  }

  public InputTraits {
    Objects.requireNonNull(direction);
    if (nominal && direction != Direction.ANY) {
      throw new IllegalArgumentException("codes without an order cannot rise or fall");
    }
  }

  /** 1 for rising, -1 for falling, else 0. */
  public int sign() {
    return switch (direction) {
      case RISING -> 1;
      case FALLING -> -1;
      case ANY -> 0;
    };
  }
}
