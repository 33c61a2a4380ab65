package io.drivetrain.registry.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A comparison of MLflow's filter language with its SQL twin. */
public enum Operator {
  EQUAL("=", "= ?"),
  NOT_EQUAL("!=", "<> ?"),
  GREATER(">", "> ?"),
  GREATER_OR_EQUAL(">=", ">= ?"),
  LESS("<", "< ?"),
  LESS_OR_EQUAL("<=", "<= ?"),
  // Without an escape character: a backslash at the end of a pattern is no error here.
  LIKE("LIKE", "like ? escape ''"),
  ILIKE("ILIKE", "ilike ? escape ''");

  static final Set<Operator> ON_NUMBERS =
      EnumSet.of(EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL);
  static final Set<Operator> ON_TEXT = EnumSet.of(EQUAL, NOT_EQUAL, LIKE, ILIKE);

  private final String symbol;
  private final String sql;

  Operator(String symbol, String sql) {
    this.symbol = symbol;
    this.sql = sql;
  }

  static Optional<Operator> of(String text) {
    return Arrays.stream(values()).filter(o -> o.symbol.equalsIgnoreCase(text)).findFirst();
  }

  String symbol() {
    return symbol;
  }

  String sql() {
    return sql;
  }
}
