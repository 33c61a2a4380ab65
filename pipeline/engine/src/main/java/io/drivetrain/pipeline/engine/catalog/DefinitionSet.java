package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition folder held when it was read.
 *
 * @param hashes by file, to see a change
 * @param served by file: what can be run
 * @param refused what is wrong
 */
record DefinitionSet(
    Map<String, String> hashes, Map<String, DefinitionText> served, List<Refused> refused) {
  private static final String UNREADABLE = "the folder cannot be read";
  static final DefinitionSet EMPTY = new DefinitionSet(Map.of(), Map.of(), List.of());

  DefinitionSet {
    hashes = Map.copyOf(hashes);
    served = Collections.unmodifiableMap(new LinkedHashMap<>(served));
    refused = List.copyOf(refused);
  }

  /** A definition and the text that it was read from. */
  record DefinitionText(PipelineDefinition definition, String text) {}

  /**
   * The same, served on, with a refusal that says why nothing newer is known. The same object when
   * it says so already.
   */
  DefinitionSet unreadable(String folder, String message) {
    if (isUnreadable()) {
      return this;
    }
    List<Refused> told = new ArrayList<>(refused);
    told.add(new Refused(folder, List.of(new DefinitionIssue(1, 1, "", message))));
    return new DefinitionSet(Map.of(folder, UNREADABLE), served, told);
  }

  /** Whether the folder could not be read, so that this is what it held before. */
  boolean isUnreadable() {
    return hashes.containsValue(UNREADABLE);
  }

  List<PipelineDefinition> all() {
    return served.values().stream().map(DefinitionText::definition).toList();
  }

  Optional<PipelineDefinition> find(String id) {
    return all().stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  Optional<String> file(PipelineDefinition definition) {
    return served.entrySet().stream()
        .filter(entry -> entry.getValue().definition().equals(definition))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean serves(String file, String id) {
    return served.containsKey(file) && served.get(file).definition().id().equals(id);
  }
}
