package io.drivetrain.registry.search;

import java.util.List;

/** A filter, parsed. {@code position} is where a part starts in the filter, from 0. */
public sealed interface Expression {

  /** All of the parts hold; no parts: everything matches. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** {@code metrics.rmse < 0.5}. */
  record Comparison(Identifier identifier, Operator operator, Literal literal)
      implements Expression {}

  /** {@code run_id IN ('a', 'b')}. */
  record Membership(Identifier identifier, boolean negated, List<String> values)
      implements Expression {
    public Membership {
      values = List.copyOf(values);
    }
  }

  /** {@code params.depth IS NULL}. */
  record Presence(Identifier identifier, boolean present) implements Expression {}

  /**
   * What is compared.
   *
   * @param entity the word before the first dot, empty where there is none
   */
  record Identifier(String entity, String key, int position) {
    @Override
    public String toString() {
      return entity.isEmpty() ? key : entity + "." + key;
    }
  }

  /** What it is compared with. */
  sealed interface Literal {
    record Text(String value) implements Literal {}

    record Number(double value) implements Literal {}
  }
}
