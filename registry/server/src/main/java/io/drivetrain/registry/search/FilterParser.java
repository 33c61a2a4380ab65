package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Not;
import io.drivetrain.registry.search.Expression.Or;
import io.drivetrain.registry.search.Expression.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads MLflow's filter language, and more than it has: OR, NOT, parentheses, {@code .min}.
 *
 * <pre>
 * filter      := disjunction [ AND ]
 * disjunction := conjunction ( OR conjunction )*
 * conjunction := negation ( AND negation )*
 * negation    := NOT negation | '(' disjunction ')' | comparison
 * comparison  := identifier operator value
 *              | identifier [ NOT ] IN '(' text ( ',' text )* ')'
 *              | identifier IS [ NOT ] NULL
 * identifier  := [ entity '.' ] key | entity '.' quoted-key [ '.' statistic ]
 * value       := number | 'text' | "text"
 * </pre>
 *
 * Keywords are read in any case; entities and keys are not.
 */
public final class FilterParser {
  private static final int MAX_LENGTH = 32_768;
  private static final int MAX_COMPARISONS = 100;
  private static final int MAX_DEPTH = 32;

  private final TokenReader tokens;
  private int comparisons;
  private int depth;

  private FilterParser(String filter) {
    this.tokens = new TokenReader("filter", filter);
  }

  /** Without a filter everything matches; one of blanks only is an error, as in MLflow. */
  public static And parse(String filter) {
    if (filter == null || filter.isEmpty()) {
      return new And(List.of());
    }
    if (filter.length() > MAX_LENGTH) {
      throw RegistryException.invalid(
          "Invalid filter: it has %d characters, the limit is %d."
              .formatted(filter.length(), MAX_LENGTH));
    }
    return new FilterParser(filter).filter();
  }

  private And filter() {
    var filter = disjunction();
    if (!tokens.isAtEnd()) {
      throw tokens.wrong(tokens.peek(), "AND, OR or the end");
    }
    if (comparisons > MAX_COMPARISONS) {
      throw RegistryException.invalid(
          "Invalid filter: it has %d comparisons, the limit is %d."
              .formatted(comparisons, MAX_COMPARISONS));
    }
    return filter instanceof And and ? and : new And(List.of(filter));
  }

  private Expression disjunction() {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(conjunction());
    } while (tokens.skipWord("OR"));
    return parts.size() == 1 ? parts.getFirst() : new Or(parts);
  }

  /** MLflow tolerates an AND at the end. */
  private Expression conjunction() {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(negation());
    } while (tokens.skipWord("AND") && !tokens.isAtEnd());
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  private Expression negation() {
    var start = tokens.peek();
    boolean negated = tokens.skipWord("NOT");
    if (!negated && !tokens.skipSymbol("(")) {
      return comparison();
    }
    if (++depth > MAX_DEPTH) {
      throw tokens.wrong(start, "no more than " + MAX_DEPTH + " levels of NOT and parentheses");
    }
    var inner = negated ? new Not(negation()) : group();
    depth--;
    return inner;
  }

  private Expression group() {
    var inner = disjunction();
    if (!tokens.skipSymbol(")")) {
      throw tokens.wrong(tokens.peek(), "AND, OR or )");
    }
    return inner;
  }

  private Expression comparison() {
    comparisons++;
    var identifier = tokens.identifier();
    if (tokens.skipWord("IS")) {
      return presence(identifier);
    }
    if (tokens.skipWord("IN")) {
      return new Membership(identifier, false, texts());
    }
    if (tokens.skipWord("NOT")) {
      if (!tokens.skipWord("IN")) {
        throw tokens.wrong(tokens.peek(), "IN after NOT");
      }
      return new Membership(identifier, true, texts());
    }
    return new Comparison(identifier, operator(), literal());
  }

  private Presence presence(Identifier identifier) {
    boolean present = tokens.skipWord("NOT");
    if (!tokens.skipWord("NULL")) {
      throw tokens.wrong(tokens.peek(), "NULL");
    }
    return new Presence(identifier, present);
  }

  private Operator operator() {
    var token = tokens.next();
    return Operator.of(token.text())
        .filter(operator -> token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD)
        .orElseThrow(
            () -> tokens.wrong(token, "one of = != > >= < <= LIKE ILIKE IN, NOT IN, IS NULL"));
  }

  private Literal literal() {
    var token = tokens.next();
    return switch (token.kind()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> new Literal.Text(token.text());
      case WORD -> new Literal.Number(number(token));
      case BACK_QUOTED, SYMBOL, END -> throw wrongValue(token);
    };
  }

  private double number(Token token) {
    if (!token.text().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      throw wrongValue(token);
    }
    return Double.parseDouble(token.text());
  }

  private RegistryException wrongValue(Token token) {
    return tokens.wrong(token, "a number or a text in quotes");
  }

  private List<String> texts() {
    if (!tokens.skipSymbol("(")) {
      throw tokens.wrong(tokens.peek(), "( after IN");
    }
    var texts = new ArrayList<String>();
    do {
      var token = tokens.next();
      if (token.kind() != Token.Kind.SINGLE_QUOTED && token.kind() != Token.Kind.DOUBLE_QUOTED) {
        throw tokens.wrong(token, "a text in quotes");
      }
      texts.add(token.text());
    } while (tokens.skipSymbol(","));
    if (!tokens.skipSymbol(")")) {
      throw tokens.wrong(tokens.peek(), ", or )");
    }
    return texts;
  }
}
