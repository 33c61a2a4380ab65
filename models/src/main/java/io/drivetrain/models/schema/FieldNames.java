package io.drivetrain.models.schema;

import io.drivetrain.models.text.NearestName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds a feature by canonical name or source header, and the nearest name to a mistyped one. */
final class FieldNames {

  static final int TARGET = -1;
  static final int UNKNOWN = -2;

  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> candidates = new LinkedHashSet<>();
  private final String all;

  FieldNames(List<Feature> features, Target target) {
    for (int i = 0; i < features.size(); i++) {
      add(features.get(i).name(), features.get(i).source(), i);
    }
    candidates.addAll(places.keySet());
    add(target.name(), target.source(), TARGET);
    all = features.stream().map(Feature::name).collect(Collectors.joining(", "));
  }

  /** Index of the feature, {@link #TARGET} or {@link #UNKNOWN}. */
  int place(String name) {
    return places.getOrDefault(name, UNKNOWN);
  }

  OptionalInt indexOf(String name) {
    int place = place(name);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  String all() {
    return all;
  }

  /** The known name that was meant, as it seems; empty when none is near. */
  String nearest(String name) {
    return NearestName.of(name, candidates).orElse("");
  }

  private void add(String name, String source, int place) {
    Integer byName = places.put(name, place);
    Integer bySource = name.equals(source) ? null : places.put(source, place);
    if (byName != null || bySource != null) {
      throw new IllegalArgumentException(
          "field " + name + " (\"" + source + "\"): its name or header belongs to another one too");
    }
  }
}
