package io.drivetrain.models.schema;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds a feature by canonical name or source header, and the nearest name to a mistyped one. */
final class FieldNames {

  static final int TARGET = -1;
  static final int UNKNOWN = -2;

  private static final int LONGEST_NAME = 64;

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

  /** The known name with the fewest typing errors; empty when none has at most a third of them. */
  String nearest(String name) {
    if (name.length() > LONGEST_NAME) {
      return "";
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    String best = "";
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : candidates) {
      int errors = typingErrors(wanted, candidate.toLowerCase(Locale.ROOT));
      if (errors < fewest || (errors == fewest && candidate.compareTo(best) < 0)) {
        best = candidate;
        fewest = errors;
      }
    }
    return best;
  }

  private void add(String name, String source, int place) {
    Integer byName = places.put(name, place);
    Integer bySource = name.equals(source) ? null : places.put(source, place);
    if (byName != null || bySource != null) {
      throw new IllegalArgumentException(
          "field " + name + " (\"" + source + "\"): its name or header belongs to another one too");
    }
  }

  /** Levenshtein distance. */
  private static int typingErrors(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
