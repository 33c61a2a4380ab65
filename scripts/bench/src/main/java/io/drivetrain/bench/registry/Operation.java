package io.drivetrain.bench.registry;

import io.drivetrain.bench.Request;

/**
 * What a client does again and again.
 *
 * @param aim operations per second of all clients, or milliseconds
 * @param most how often one client does it at most in one measurement
 */
record Operation(String name, Aim aim, int most, Requests requests) {

  /** Request number {@code n} of one client. */
  interface Requests {
    Request request(int client, int n);
  }

  sealed interface Aim {
    record PerSecond(int operations) implements Aim {
      @Override
      public String toString() {
        return operations + "/s";
      }

      @Override
      public boolean isMetBy(Figure figure) {
        return figure.perSecond() >= operations;
      }
    }

    /** Half of the requests of one client take no longer. */
    record Median(int millis) implements Aim {
      @Override
      public String toString() {
        return "p50 " + millis + " ms";
      }

      @Override
      public boolean isMetBy(Figure figure) {
        return figure.latencies().p50() <= millis;
      }
    }

    /** It ends with an answer. */
    record Survives() implements Aim {
      @Override
      public String toString() {
        return "answers";
      }

      @Override
      public boolean isMetBy(Figure figure) {
        return true;
      }
    }

    boolean isMetBy(Figure figure);
  }

  /** Aims in operations per second are for many clients, aims in milliseconds for one. */
  boolean hasAimFor(int clients) {
    return switch (aim) {
      case Aim.PerSecond _ -> clients > 1;
      case Aim.Median _ -> clients == 1;
      case Aim.Survives _ -> true;
    };
  }
}
