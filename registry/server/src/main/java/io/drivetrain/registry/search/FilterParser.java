package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads MLflow's filter language.
 *
 * <pre>
 * filter     := comparison ( AND comparison )* [ AND ]
 * comparison := identifier operator value
 *             | identifier [ NOT ] IN '(' text ( ',' text )* ')'
 *             | identifier IS [ NOT ] NULL
 * identifier := [ entity '.' ] key
 * value      := number | 'text' | "text"
 * </pre>
 *
 * Keywords are read in any case; entities and keys are not.
 */
public final class FilterParser {
  private static final int MAX_LENGTH = 32_768;
  private static final int MAX_COMPARISONS = 100;

  private final TokenReader tokens;

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
    var parts = new ArrayList<Expression>();
    do {
      parts.add(comparison());
    } while (tokens.skipWord("AND") && !tokens.isAtEnd());
    if (!tokens.isAtEnd()) {
      throw tokens.wrong(tokens.peek(), "AND or the end");
    }
    if (parts.size() > MAX_COMPARISONS) {
      throw RegistryException.invalid(
          "Invalid filter: it has %d comparisons, the limit is %d."
              .formatted(parts.size(), MAX_COMPARISONS));
    }
    return new And(parts);
  }

  private Expression comparison() {
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
