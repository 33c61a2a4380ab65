package io.drivetrain.registry.client.http;

import java.time.Duration;

/** Refuses settings that are zero or less. */
public final class Positive {
  private Positive() {}

  public static void require(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, but is " + duration);
    }
  }

  public static void require(String name, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, but is " + number);
    }
  }
}
