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

  /** At least one of the parts holds. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Everything that the negated does not match, what has no value at all included. */
  record Not(Expression negated) implements Expression {}

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
   * @param quoted whether the key stands in quotes
   * @param part the word behind a quoted key, empty where there is none: {@code metrics.`x`.min}
   */
  record Identifier(String entity, String key, boolean quoted, String part, int position) {
    public Identifier(String entity, String key, int position) {
      this(entity, key, false, "", position);
    }

    public static Identifier quoted(String entity, String key, int position) {
      return new Identifier(entity, key, true, "", position);
    }

    Identifier withPart(String word) {
      return new Identifier(entity, key, quoted, word, position);
    }

    boolean hasPart() {
      return !part.isEmpty();
    }

    @Override
    public String toString() {
      return (entity.isEmpty() ? key : entity + "." + key) + (hasPart() ? "." + part : "");
    }
  }

  /** What it is compared with. */
  sealed interface Literal {
    record Text(String value) implements Literal {}

    record Number(double value) implements Literal {}
  }
}
