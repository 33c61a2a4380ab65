package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Translates the errors of the YAML parser for authors of definitions. */
final class YamlErrors {
  /** By a part of the message with which the parser tells its causes apart. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("(TAB)", "a tab cannot indent a line; use spaces"),
          Map.entry("start any token", "no value begins with this character; put it in quotes"),
          Map.entry("expected ':'", "expected : after a key"),
          Map.entry(
              "mapping values",
              "a key with a value is not allowed here; check the indentation, or put the text in quotes"),
          Map.entry("mapping keys", "a key is not allowed here; check the indentation"),
          Map.entry(
              "sequence entries", "an item of a list is not allowed here; check the indentation"),
          Map.entry(
              "<block end>", "this does not belong to the lines above; check the indentation"),
          Map.entry("',' or '}'", "expected , or }"),
          Map.entry("',' or ']'", "expected , or ]"),
          Map.entry("end of stream", "a quote that was opened is never closed"),
          Map.entry(
              "escape",
              "in double quotes, \\ is written \\\\; use single quotes to keep it as it is"),
          Map.entry("undefined alias", "no anchor (&) of this file has the name of this alias (*)"),
          Map.entry("another document", "a file holds one definition; remove the line ---"),
          Map.entry("tag", "tags (!) are not allowed"),
          Map.entry("node content", "a value is missing"));

  private YamlErrors() {}

  static DefinitionIssue issue(MarkedYAMLException broken) {
    int line = broken.getProblemMark().getLine() + 1;
    int column = broken.getProblemMark().getColumn() + 1;
    return new DefinitionIssue(line, column, "", "invalid YAML: " + reason(broken.getProblem()));
  }

  /**
   * @param text that has the character
   */
  static DefinitionIssue issue(ReaderException unprintable, String text) {
    int line =
        (int) text.codePoints().limit(unprintable.getPosition()).filter(c -> c == '\n').count() + 1;
    String message =
        "invalid YAML: the character U+%04X is not allowed".formatted(unprintable.getCodePoint());
    return new DefinitionIssue(line, 1, "", message);
  }

  private static String reason(String parsers) {
    return WORDS.stream()
        .filter(words -> parsers.contains(words.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("the text cannot be read from here on");
  }
}
