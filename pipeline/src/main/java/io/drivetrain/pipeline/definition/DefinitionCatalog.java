package io.drivetrain.pipeline.definition;

import io.drivetrain.pipeline.definition.DefinitionReading.Accepted;
import io.drivetrain.pipeline.definition.DefinitionReading.Refused;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The pipelines that can be run: what the definition folder holds, read once at the start. */
@ApplicationScoped
public class DefinitionCatalog {
  private static final Logger LOG = Logger.getLogger(DefinitionCatalog.class);

  private final DefinitionConfig config;
  private final DefinitionReader reader;
  private final DefinitionRepository texts;
  private final Map<String, PipelineDefinition> definitions = new LinkedHashMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<String, PipelineDefinition> versions = new ConcurrentHashMap<>();

  DefinitionCatalog(
      DefinitionConfig config, @All List<StepKind> kinds, DefinitionRepository texts) {
    this.config = config;
    this.reader = new DefinitionReader(kinds);
    this.texts = texts;
  }

  void load(@Observes @Priority(10) StartupEvent start) {
    files().forEach(this::load);
  }

  private void load(Path file) {
    String name = file.getFileName().toString();
    try {
      String text = Files.readString(file);
      switch (reader.read(name, text)) {
        case Accepted accepted -> accept(name, text, accepted.definition());
        case Refused wrong -> refuse(wrong);
      }
    } catch (IOException unreadable) {
      String message = "the file cannot be read as UTF-8 text";
      refuse(new Refused(name, List.of(new DefinitionIssue(1, 1, "", message))));
    }
  }

  private void accept(String file, String text, PipelineDefinition definition) {
    if (definitions.putIfAbsent(definition.id(), definition) != null) {
      String message = "another file defines pipeline '" + definition.id() + "' already";
      refuse(new Refused(file, List.of(new YamlPositions(text).issue(List.of("id"), message))));
      return;
    }
    versions.put(definition.version(), definition);
    texts.keep(definition, text);
  }

  private void refuse(Refused wrong) {
    refused.add(wrong);
    wrong.errors().forEach(error -> LOG.warnf("Definition refused: %s", error.text(wrong.file())));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(config.folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException missing) {
      // Quarkus prints this one line and ends; with a cause it would print the cause in its place.
      throw new ConfigurationException(
          "The definition folder %s cannot be read. Set DRIVETRAIN_DEFINITIONS to the folder of your pipelines' YAML files."
              .formatted(config.folder().toAbsolutePath()));
    }
  }

  /** All that can be run, in the order of their files. */
  public List<PipelineDefinition> all() {
    return List.copyOf(definitions.values());
  }

  /** The files that were left out, and why. */
  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  public Optional<PipelineDefinition> find(String id) {
    return Optional.ofNullable(definitions.get(id));
  }

  /**
   * A version that a run began with, which may no longer be the one in the folder.
   *
   * @throws DefinitionException when this build cannot read it any more
   */
  public PipelineDefinition version(String version) {
    return versions.computeIfAbsent(version, this::reread);
  }

  private PipelineDefinition reread(String version) {
    String source =
        texts
            .findSource(version)
            .orElseThrow(() -> new DefinitionException("its definition is not stored"));
    return switch (reader.read("stored definition", source)) {
      case Accepted accepted -> accepted.definition();
      case Refused wrong ->
          throw new DefinitionException(
              "this build cannot read the definition that the run began with: "
                  + wrong.errors().getFirst().text(wrong.file()));
    };
  }
}
