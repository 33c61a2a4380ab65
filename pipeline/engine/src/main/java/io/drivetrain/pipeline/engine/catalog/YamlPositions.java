package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The positions of values in a YAML text, which Jackson drops when it builds its tree. */
final class YamlPositions {
  private final Node root;

  /**
   * @throws org.yaml.snakeyaml.error.MarkedYAMLException when the text is not YAML
   */
  YamlPositions(String text) {
    this.root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  /** An issue at a path of keys and indexes, or at the nearest thing around it that exists. */
  DefinitionIssue issue(List<Object> path, String message) {
    return issue(mark(path), path, message);
  }

  private static DefinitionIssue issue(Mark mark, List<Object> path, String message) {
    int line = mark == null ? 1 : mark.getLine() + 1;
    int column = mark == null ? 1 : mark.getColumn() + 1;
    return new DefinitionIssue(line, column, text(path), message);
  }

  /** Duplicate keys of an object; Jackson would silently use the last one. */
  List<DefinitionIssue> doubles() {
    List<DefinitionIssue> doubles = new ArrayList<>();
    collectDoubles(root, List.of(), doubles);
    return doubles;
  }

  private static void collectDoubles(Node node, List<Object> path, List<DefinitionIssue> doubles) {
    switch (node) {
      case MappingNode mapping -> {
        Map<String, Mark> seen = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
          String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
          Mark here = entry.getKeyNode().getStartMark();
          List<Object> place = below(path, key);
          Mark first = seen.putIfAbsent(key, here);
          if (first != null) {
            doubles.add(
                issue(
                    here,
                    place,
                    "is a duplicate; it was first used in line %d".formatted(first.getLine() + 1)));
          }
          collectDoubles(entry.getValueNode(), place, doubles);
        }
      }
      case SequenceNode list -> {
        for (int i = 0; i < list.getValue().size(); i++) {
          collectDoubles(list.getValue().get(i), below(path, i), doubles);
        }
      }
      case null, default -> {
        return;
      }
    }
  }

  private static List<Object> below(List<Object> path, Object part) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(part);
    return longer;
  }

  private Mark mark(List<Object> path) {
    Node node = root;
    Mark mark = root == null ? null : root.getStartMark();
    for (Object part : path) {
      Optional<Place> place = child(node, part);
      if (place.isEmpty()) {
        return mark;
      }
      node = place.orElseThrow().value();
      mark = place.orElseThrow().mark();
    }
    return mark;
  }

  private record Place(Node value, Mark mark) {}

  private static Optional<Place> child(Node node, Object part) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .filter(entry -> isKey(entry, part))
              .map(entry -> new Place(entry.getValueNode(), entry.getKeyNode().getStartMark()))
              .findFirst();
      case SequenceNode list
          when part instanceof Integer index && index < list.getValue().size() -> {
        Node element = list.getValue().get(index);
        yield Optional.of(new Place(element, element.getStartMark()));
      }
      default -> Optional.empty();
    };
  }

  private static boolean isKey(NodeTuple entry, Object part) {
    return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(part);
  }

  private static String text(List<Object> path) {
    StringBuilder text = new StringBuilder();
    for (Object part : path) {
      if (part instanceof Integer) {
        text.append('[').append(part).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(part);
      }
    }
    return text.toString();
  }
}
