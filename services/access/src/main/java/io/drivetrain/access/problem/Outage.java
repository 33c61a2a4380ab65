package io.drivetrain.access.problem;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A database that is away among the causes of an error: another attempt may help. */
final class Outage {
  /** SQLSTATE: connection exceptions, a server that stops or starts, no connection left. */
  private static final List<String> STATES = List.of("08", "57P", "53300");

  /** The pool's own errors have no state: it got no connection. */
  private static final String OF_THE_POOL = "08";

  private Outage() {}

  static boolean isCauseOf(Throwable error) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<Throwable>();
    open.add(error);
    while (!open.isEmpty()) {
      var next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql && isAway(sql)) {
        return true;
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      open.addAll(Arrays.asList(next.getSuppressed()));
    }
    return false;
  }

  private static boolean isAway(SQLException error) {
    String state = Objects.requireNonNullElse(error.getSQLState(), OF_THE_POOL);
    return STATES.stream().anyMatch(state::startsWith);
  }
}
