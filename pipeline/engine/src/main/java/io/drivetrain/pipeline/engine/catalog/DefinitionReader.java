package io.drivetrain.pipeline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.Sha256;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads definitions strictly and reports the position of each error. */
final class DefinitionReader {
  private static final Logger LOG = Logger.getLogger(DefinitionReader.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .build();

  private final Map<String, StepKind> kinds;
  private final Map<String, DefinitionSection<?>> sections = new TreeMap<>();

  DefinitionReader(List<? extends StepKind> kinds) {
    this.kinds =
        new TreeMap<>(
            kinds.stream().collect(Collectors.toMap(StepKind::kind, Function.identity())));
    kinds.forEach(kind -> kind.sections().forEach(this::register));
    kinds.forEach(kind -> kind.optionalSections().forEach(this::register));
  }

  private void register(DefinitionSection<?> section) {
    DefinitionSection<?> other = sections.putIfAbsent(section.key(), section);
    if (other != null && !other.equals(section)) {
      throw new IllegalStateException(
          "two kinds of steps read section '" + section.key() + "' into different types");
    }
  }

  /** The kind of each step in a text that was a definition once; empty when it is not YAML. */
  static Map<String, String> kinds(String text) {
    try {
      Map<String, String> kinds = new LinkedHashMap<>();
      for (JsonNode step : YAML.readTree(text).path("steps")) {
        kinds.put(step.path("id").asText(), step.path("kind").asText());
      }
      return kinds;
    } catch (JsonProcessingException broken) {
      return Map.of();
    }
  }

  DefinitionReading read(String file, String text) {
    try {
      Optional<DefinitionIssue> beyond = YamlLimits.fault(text);
      if (beyond.isPresent()) {
        return new Refused(file, List.of(beyond.orElseThrow()));
      }
      YamlPositions positions = new YamlPositions(text);
      List<DefinitionIssue> doubles = positions.doubles();
      return doubles.isEmpty() ? read(file, text, positions) : new Refused(file, doubles);
    } catch (MarkedYAMLException broken) {
      return new Refused(file, List.of(YamlErrors.issue(broken)));
    } catch (ReaderException unprintable) {
      return new Refused(file, List.of(YamlErrors.issue(unprintable, text)));
    }
  }

  private DefinitionReading read(String file, String text, YamlPositions positions) {
    List<DefinitionIssue> issues = new ArrayList<>();
    try {
      JsonNode tree = YAML.readTree(text);
      if (!(tree instanceof ObjectNode keys)) {
        return new Refused(file, List.of(positions.issue(List.of(), noDefinition(tree))));
      }
      refuseUnknown(keys, positions, issues);
      Map<String, Object> values = sections(keys, positions, issues);
      DefinitionOutline outline =
          read(keys, YAML.constructType(DefinitionOutline.class), List.of());
      PipelineDefinition definition =
          outline.with(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)), values);
      checkKinds(definition, positions, issues);
      if (issues.isEmpty()) {
        checkAcross(definition);
        return new Accepted(definition);
      }
    } catch (PlacedFault fault) {
      issues.add(positions.issue(fault.path, fault.getMessage()));
    } catch (DefinitionException refusal) {
      issues.add(positions.issue(refusal.path(), refusal.getMessage()));
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation().getLineNr();
      int column = broken.getLocation().getColumnNr();
      issues.add(new DefinitionIssue(line, column, "", "the text cannot be read from here on"));
    }
    return new Refused(file, issues);
  }

  private static String noDefinition(JsonNode tree) {
    return tree.isMissingNode() || tree.isNull()
        ? "the file is empty; a definition needs at least the keys id and steps"
        : "a definition must be an object with at least the keys id and steps";
  }

  private void refuseUnknown(
      ObjectNode keys, YamlPositions positions, List<DefinitionIssue> issues) {
    Set<String> known = new TreeSet<>(sections.keySet());
    known.addAll(DefinitionOutline.KEYS);
    List<String> unknown =
        keys.propertyStream().map(Map.Entry::getKey).filter(key -> !known.contains(key)).toList();
    for (String key : unknown) {
      String message = "unknown key; " + Suggestion.among(known, key);
      issues.add(positions.issue(List.of(key), message));
      keys.remove(key);
    }
  }

  /** Takes the sections out of the keys, so that the outline's own are left. */
  private Map<String, Object> sections(
      ObjectNode keys, YamlPositions positions, List<DefinitionIssue> issues) {
    Map<String, Object> values = new LinkedHashMap<>();
    sections.forEach((key, section) -> {
      JsonNode value = keys.remove(key);
      if (value == null) {
        return;
      }
      try {
        values.put(key, read(value, section.type(), List.of(key)));
      } catch (PlacedFault fault) {
        issues.add(positions.issue(fault.path, fault.getMessage()));
      }
    });
    return values;
  }

  private void checkKinds(
      PipelineDefinition definition, YamlPositions positions, List<DefinitionIssue> issues) {
    for (int i = 0; i < definition.steps().size(); i++) {
      StepSpec step = definition.steps().get(i);
      StepKind kind = kinds.get(step.kind());
      if (kind == null) {
        String message =
            "unknown kind '%s'; %s"
                .formatted(step.kind(), Suggestion.among(kinds.keySet(), step.kind()));
        issues.add(positions.issue(List.of("steps", i, "kind"), message));
        continue;
      }
      for (DefinitionSection<?> section : kind.sections()) {
        if (!definition.sections().containsKey(section.key()) && !isWrong(section, issues)) {
          String message =
              "step %s (kind %s) requires the section '%s', which is missing"
                  .formatted(step.id(), step.kind(), section.key());
          issues.add(positions.issue(List.of("steps", i, "kind"), message));
        }
      }
    }
  }

  private static boolean isWrong(DefinitionSection<?> section, List<DefinitionIssue> issues) {
    return issues.stream().anyMatch(issue -> issue.path().matches(section.key() + "\\b.*"));
  }

  private void checkAcross(PipelineDefinition definition) {
    for (StepSpec step : definition.steps()) {
      try {
        kinds.get(step.kind()).check(definition);
      } catch (DefinitionException refusal) {
        throw refusal;
      } catch (RuntimeException unforeseen) {
        LOG.errorf(
            unforeseen,
            "The check of step kind %s failed for pipeline %s",
            step.kind(),
            definition.id());
        throw new DefinitionException(
            "step %s (kind %s) cannot use this definition; the log of the pipeline says why"
                .formatted(step.id(), step.kind()),
            "steps");
      }
    }
  }

  private static <T> T read(JsonNode value, JavaType type, List<Object> prefix) {
    for (int i = 0; i < value.size(); i++) {
      if (value.path(i).isNull()) {
        throw new PlacedFault(List.of(prefix.getFirst(), i), "must not be empty");
      }
    }
    try (JsonParser tokens = YAML.treeAsTokens(value)) {
      T read = YAML.readValue(tokens, type);
      if (read == null) {
        throw new PlacedFault(prefix, "must not be empty");
      }
      return read;
    } catch (JsonProcessingException wrong) {
      throw new PlacedFault(
          MappingErrors.path(wrong, prefix),
          MappingErrors.message(wrong, MappingErrors.value(wrong, value)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A value that cannot be read, and its position. */
  private static final class PlacedFault extends RuntimeException {
    private final transient List<Object> path;

    PlacedFault(List<Object> path, String message) {
      super(message);
      this.path = path;
    }
  }
}
