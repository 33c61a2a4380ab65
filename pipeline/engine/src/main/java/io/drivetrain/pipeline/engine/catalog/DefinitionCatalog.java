package io.drivetrain.pipeline.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.catalog.DefinitionSet.DefinitionText;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The pipelines that can be run: the content of the definition folder, kept up to date. */
@ApplicationScoped
public class DefinitionCatalog {
  private static final Logger LOG = Logger.getLogger(DefinitionCatalog.class);

  private final List<StepKind> kinds;
  private final DefinitionReader reader;
  private final DefinitionFolder folder;
  private final DefinitionRepository texts;
  private final Map<String, PipelineDefinition> versions = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> stepKinds = new ConcurrentHashMap<>();
  private volatile DefinitionSet current = DefinitionSet.EMPTY;

  DefinitionCatalog(
      DefinitionConfig config, @All List<StepKind> kinds, DefinitionRepository texts) {
    this.kinds = kinds;
    this.reader = new DefinitionReader(kinds);
    this.folder = new DefinitionFolder(config.folder(), reader);
    this.texts = texts;
  }

  /**
   * Reads the folder. When the texts cannot be stored, everything stays as it was.
   *
   * @return whether it holds something else than before
   */
  synchronized boolean reload() {
    DefinitionSet before = current;
    DefinitionSet now = folder.reread(before);
    if (now == before) {
      return false;
    }
    now.served().values().forEach(this::keep);
    current = now;
    before.all().stream()
        .filter(earlier -> now.find(earlier.id()).isEmpty())
        .forEach(gone ->
            LOG.warnf(
                "Pipeline %s is no longer available: its file was removed. Its queued runs still"
                    + " start; cancel them if they are not wanted",
                gone.id()));
    now.refused().stream().filter(wrong -> !before.refused().contains(wrong)).forEach(this::warn);
    return true;
  }

  private void keep(DefinitionText definition) {
    versions.put(definition.definition().version(), definition.definition());
    texts.keep(definition.definition(), definition.text());
  }

  private void warn(Refused wrong) {
    wrong.errors().forEach(error -> LOG.warnf("Definition rejected: %s", error.text(wrong.file())));
  }

  /** All that can be run, in the order of their files. */
  public List<PipelineDefinition> all() {
    return current.all();
  }

  /** What was left out, and why: files, and the folder while it cannot be read. */
  public List<Refused> refused() {
    return current.refused();
  }

  /** False while the folder cannot be read, and what it held before is served. */
  boolean isFolderReadable() {
    return !current.isUnreadable();
  }

  public Optional<PipelineDefinition> find(String id) {
    return current.find(id);
  }

  /** The file that defines a pipeline that is served, without the folder. */
  public String file(PipelineDefinition definition) {
    return current.file(definition).orElse("");
  }

  /** Something about a pipeline that is served, with its place in the file. */
  public DefinitionIssue issue(PipelineDefinition definition, List<Object> path, String message) {
    DefinitionSet now = current;
    return now.file(definition)
        .map(file -> new YamlPositions(now.served().get(file).text()).issue(path, message))
        .orElseGet(() -> new DefinitionIssue(1, 1, "", message));
  }

  /** The JSON Schema of what can be written in the folder. */
  public JsonNode schema() {
    return DefinitionSchema.of(kinds);
  }

  /**
   * The version that a run started with, which may no longer be in the folder.
   *
   * @throws DefinitionException when this build cannot read it any more
   */
  public PipelineDefinition version(String version) {
    return versions.computeIfAbsent(version, this::reread);
  }

  /**
   * The kind of each step of a version, by step, also of one that this build cannot read any more.
   */
  public Map<String, String> kinds(String version) {
    return stepKinds.computeIfAbsent(version, this::readKinds);
  }

  private Map<String, String> readKinds(String version) {
    PipelineDefinition known = versions.get(version);
    if (known != null) {
      return known.steps().stream().collect(Collectors.toMap(StepSpec::id, StepSpec::kind));
    }
    return texts.findSource(version).map(DefinitionReader::kinds).orElse(Map.of());
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
              "this version cannot read the definition that the run started with: "
                  + wrong.errors().getFirst().text(wrong.file()));
    };
  }
}
