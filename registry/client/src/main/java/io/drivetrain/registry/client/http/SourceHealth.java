package io.drivetrain.registry.client.http;

import java.time.Instant;

/** What a model source stands on, as its last calls found it. Asking for it calls nothing. */
public record SourceHealth(Status registry, Status redis) {

  /** UNKNOWN until the first call; OFF when it is not configured. */
  public enum State {
    UP,
    DOWN,
    UNKNOWN,
    OFF
  }

  /**
   * @param since when the state was entered
   * @param lastError the latest error, also when it is over; empty when there was none
   */
  public record Status(State state, Instant since, String lastError) {
    public boolean isUp() {
      return state == State.UP;
    }
  }
}
