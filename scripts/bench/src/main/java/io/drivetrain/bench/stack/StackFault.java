package io.drivetrain.bench.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a trial does to a stack.
 *
 * @param victim the process that it happens to; empty: the disk of Postgres
 */
record StackFault(Kind kind, Optional<Service> victim) {
  /** Ways to fail. */
  enum Kind {
    /** kill -9. */
    KILL,
    /** SIGTERM of Postgres, which cuts every connection in good order. */
    RESTART,
    /** SIGSTOP, and SIGCONT some seconds later. */
    FREEZE,
    /** The disk of Postgres has no byte left for some seconds. */
    DISK_FULL
  }

  /** One round: each process is killed and frozen, Postgres is restarted, and its disk fills. */
  static List<StackFault> round() {
    List<StackFault> round = new ArrayList<>();
    for (Service service : Service.values()) {
      round.add(new StackFault(Kind.KILL, Optional.of(service)));
    }
    round.add(new StackFault(Kind.RESTART, Optional.of(Service.POSTGRES)));
    for (Service service : Service.values()) {
      round.add(new StackFault(Kind.FREEZE, Optional.of(service)));
    }
    round.add(new StackFault(Kind.DISK_FULL, Optional.empty()));
    return List.copyOf(round);
  }

  /** Predictions may fail while their own server is down, and only then. */
  boolean stopsPredictions() {
    return victim.filter(Service.WEBUI::equals).isPresent();
  }

  @Override
  public String toString() {
    return switch (kind) {
      case KILL -> "kill -9 of " + victim.orElseThrow();
      case RESTART -> "restart of " + victim.orElseThrow();
      case FREEZE -> "freeze of " + victim.orElseThrow();
      case DISK_FULL -> "full disk of postgres";
    };
  }
}
