package io.drivetrain.pipeline.definition;

import io.drivetrain.pipeline.definition.DefinitionReading.Refused;
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
  static final DefinitionSet EMPTY = new DefinitionSet(Map.of(), Map.of(), List.of());

  DefinitionSet {
    hashes = Map.copyOf(hashes);
    served = Collections.unmodifiableMap(new LinkedHashMap<>(served));
    refused = List.copyOf(refused);
  }

  /** A definition and the text that it was read from. */
  record DefinitionText(PipelineDefinition definition, String text) {}

  List<PipelineDefinition> all() {
    return served.values().stream().map(DefinitionText::definition).toList();
  }

  Optional<PipelineDefinition> find(String id) {
    return all().stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  boolean serves(String file, String id) {
    return served.containsKey(file) && served.get(file).definition().id().equals(id);
  }
}
