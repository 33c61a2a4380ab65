package io.drivetrain.models.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.TreeSet;

/** What training rows contain, feature by feature. */
final class SeenValues {

  private final FeatureSchema schema;
  private final Collection<Row> rows;

  SeenValues(FeatureSchema schema, Collection<Row> rows) {
    this.schema = schema;
    this.rows = rows;
  }

  List<Feature> features() {
    List<Feature> seen = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      seen.add(
          switch (schema.feature(i)) {
            case NumericFeature numeric -> numbers(numeric, i);
            case CategoricalFeature categorical -> values(categorical, i);
            case BooleanFeature flag -> flag;
            case TextFeature text -> text;
            case DateFeature date -> date;
          });
    }
    return seen;
  }

  private NumericFeature numbers(NumericFeature feature, int index) {
    var range =
        rows.stream()
            .filter(row -> !row.isMissing(index))
            .mapToDouble(row -> row.number(index))
            .summaryStatistics();
    return range.getCount() == 0 ? feature : feature.seenBetween(range.getMin(), range.getMax());
  }

  private CategoricalFeature values(CategoricalFeature feature, int index) {
    List<String> values = inOrder(feature, index, rows);
    if (feature.parent() == null) {
      return feature.seeing(values, Map.of());
    }
    OptionalInt parent = schema.indexOf(feature.parent());
    return feature.seeing(values, byParent(values, index, parent.getAsInt()));
  }

  /** Declared values first, in their order, then the others by name. */
  private static List<String> inOrder(CategoricalFeature feature, int index, Collection<Row> rows) {
    SequencedSet<String> values = new LinkedHashSet<>(feature.values());
    TreeSet<String> seen =
        new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
    rows.stream()
        .filter(row -> !row.isMissing(index))
        .map(row -> row.string(index))
        .forEach(seen::add);
    values.addAll(seen);
    return List.copyOf(values);
  }

  private Map<String, List<String>> byParent(List<String> values, int index, int parentIndex) {
    CategoricalFeature parent = (CategoricalFeature) schema.feature(parentIndex);
    Map<String, LinkedHashSet<String>> pairs = new LinkedHashMap<>();
    inOrder(parent, parentIndex, rows).forEach(value -> pairs.put(value, new LinkedHashSet<>()));
    for (Row row : rows) {
      if (!row.isMissing(index) && !row.isMissing(parentIndex)) {
        pairs.get(row.string(parentIndex)).add(row.string(index));
      }
    }
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    pairs.forEach((key, seen) -> ordered.put(key, values.stream().filter(seen::contains).toList()));
    return ordered;
  }
}
