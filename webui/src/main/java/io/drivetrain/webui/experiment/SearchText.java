package io.drivetrain.webui.experiment;

/** Writes names and texts of MLflow's search language. */
public final class SearchText {
  private static final String PLAIN_KEY = "[A-Za-z0-9_]+";

  private SearchText() {}

  /** A text in quotes. The language has no escapes: what has both kinds of quotes loses one. */
  public static String quoted(String text) {
    return text.contains("'") ? '"' + text.replace("\"", "") + '"' : "'" + text + "'";
  }

  /** A key behind {@code metrics.}, in back-quotes where it needs them. */
  static String key(String key) {
    if (key.matches(PLAIN_KEY)) {
      return key;
    }
    return key.contains("`") ? '"' + key + '"' : '`' + key + '`';
  }
}
