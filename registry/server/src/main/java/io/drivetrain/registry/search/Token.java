package io.drivetrain.registry.search;

/**
 * A lexical unit of a filter.
 *
 * @param text without the quotes
 * @param position of its first character in the filter, from 0
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    /** Letters, digits, underscores, dots and hyphens: keywords, bare identifiers, numbers. */
    WORD,
    /** In single quotes: always a value. */
    SINGLE_QUOTED,
    /** In double quotes: a value, or a key after a dot. */
    DOUBLE_QUOTED,
    /** In backticks: always a key. */
    BACK_QUOTED,
    /** A comparison, a comma or a parenthesis. */
    SYMBOL,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isKey() {
    return kind == Kind.BACK_QUOTED || kind == Kind.DOUBLE_QUOTED;
  }

  /** The position behind it. */
  int end() {
    return switch (kind) {
      case SINGLE_QUOTED, DOUBLE_QUOTED, BACK_QUOTED -> position + text.length() + 2;
      case WORD, SYMBOL, END -> position + text.length();
    };
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
