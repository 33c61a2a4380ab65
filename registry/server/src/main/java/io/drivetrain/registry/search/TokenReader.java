package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.Identifier;
import java.util.List;

/** Walks over the tokens of a filter or an order, and says where it went wrong. */
final class TokenReader {
  private final String what;
  private final String text;
  private final List<Token> tokens;
  private int at;

  /**
   * @param what "filter" or "order_by", for the messages
   */
  TokenReader(String what, String text) {
    this.what = what;
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    var token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean skipWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      next();
    }
    return found;
  }

  boolean skipSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    if (found) {
      next();
    }
    return found;
  }

  boolean isAtEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /**
   * {@code [entity '.'] key}, cut at the first dot; a key with other characters is quoted: {@code
   * params.`learning rate`}. A word may follow a quoted key: {@code metrics.`rmse`.min}.
   */
  Identifier identifier() {
    var token = next();
    if (token.isKey()) {
      return Identifier.quoted("", token.text(), token.position());
    }
    if (token.kind() != Token.Kind.WORD) {
      throw wrong(token, "an identifier such as metrics.rmse or params.`learning rate`");
    }
    int dot = token.text().indexOf('.');
    if (dot < 0) {
      return new Identifier("", words(token), token.position());
    }
    var entity = token.text().substring(0, dot);
    if (dot < token.text().length() - 1) {
      return new Identifier(entity, token.text().substring(dot + 1), token.position());
    }
    var key = next();
    if (!key.isKey() || key.position() != token.end()) {
      throw wrong(key, "a key after '" + token.text() + "'");
    }
    return part(Identifier.quoted(entity, key.text(), token.position()), key);
  }

  /** {@code .min} directly behind a quoted key. */
  private Identifier part(Identifier identifier, Token key) {
    var next = peek();
    boolean follows = next.kind() == Token.Kind.WORD && next.position() == key.end();
    if (!follows || !next.text().startsWith(".")) {
      return identifier;
    }
    if (next.text().length() == 1) {
      throw wrong(next, "a word after the dot");
    }
    return identifier.withPart(next().text().substring(1));
  }

  /** MLflow writes one attribute in two words: {@code run name}. */
  private String words(Token first) {
    return first.isWord("run") && skipWord("name") ? first.text() + " name" : first.text();
  }

  RegistryException wrong(Token token, String expected) {
    return RegistryException.invalid(
        "Invalid %s at character %d: expected %s, found %s: %s"
            .formatted(what, token.position() + 1, expected, token, text));
  }
}
