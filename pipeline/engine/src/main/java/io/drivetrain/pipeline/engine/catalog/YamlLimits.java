package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Refuses YAML features that a definition may not use. Checked before parsing, so that a few lines
 * that expand to gigabytes cost neither time nor memory.
 */
final class YamlLimits {
  private static final int DEEPEST = 32;

  private YamlLimits() {}

  /**
   * The first thing that goes too far.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when the text is not YAML
   */
  static Optional<DefinitionIssue> fault(String text) {
    int depth = 0;
    for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        return issue(
            event, "lists and objects may be nested at most %d levels deep".formatted(DEEPEST));
      }
      if (event instanceof AliasEvent alias) {
        return issue(
            event,
            "the alias '*%s' is not supported; write the value out".formatted(alias.getAnchor()));
      }
    }
    return Optional.empty();
  }

  private static Optional<DefinitionIssue> issue(Event event, String message) {
    Mark mark = event.getStartMark();
    return Optional.of(new DefinitionIssue(mark.getLine() + 1, mark.getColumn() + 1, "", message));
  }
}
