package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter or an order into tokens. */
final class Lexer {
  private static final List<String> SYMBOLS =
      List.of("!=", ">=", "<=", "=", ">", "<", ",", "(", ")");

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new Lexer(text).tokens();
  }

  private List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      tokens.add(next());
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    return tokens;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Token next() {
    return switch (text.charAt(at)) {
      case '\'' -> quoted(Token.Kind.SINGLE_QUOTED);
      case '"' -> quoted(Token.Kind.DOUBLE_QUOTED);
      case '`' -> quoted(Token.Kind.BACK_QUOTED);
      default -> symbolOrWord();
    };
  }

  private Token quoted(Token.Kind kind) {
    int start = at;
    int end = text.indexOf(text.charAt(start), start + 1);
    if (end < 0) {
      throw RegistryException.invalid(
          "Invalid filter or order at character %d: the quote that opens here is never closed: %s"
              .formatted(start + 1, text));
    }
    at = end + 1;
    return new Token(kind, text.substring(start + 1, end), start);
  }

  private Token symbolOrWord() {
    int start = at;
    for (var symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, start);
      }
    }
    while (at < text.length() && isPartOfWord()) {
      at++;
    }
    if (at == start) {
      throw RegistryException.invalid(
          "Invalid filter or order at character %d: '%s' cannot stand here: %s"
              .formatted(start + 1, text.charAt(start), text));
    }
    return new Token(Token.Kind.WORD, text.substring(start, at), start);
  }

  private boolean isPartOfWord() {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || "_.-+".indexOf(c) >= 0;
  }
}
