package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.data.Example;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Parts a hold-out by a feature or by the predicted value; every row is in one slice. Never by the
 * actual value: rows that are dear are mostly rows that came out dearer than they look, so any
 * model is below them, and one that follows a moved market is farther off at one end.
 */
public final class Slicing {
  private static final String NO_VALUE = "no value";

  private final FeatureSchema schema;
  private final String by;

  /**
   * @param by the name of a feature, or of the target for its predicted value
   */
  public Slicing(FeatureSchema schema, String by) {
    this.schema = schema;
    this.by = by;
  }

  /** What the rows are parted by, for people: {@code brand}, {@code predicted price}. */
  String label() {
    return isTarget() ? "predicted " + by : by;
  }

  /** Whether rows can be parted by it. */
  boolean isPossible() {
    return isTarget() || (schema.indexOf(by).isPresent() && !(feature() instanceof TextFeature));
  }

  /**
   * @param top how many levels of a category stand alone; the others are one slice
   * @param predicted value of an example
   * @param bins how many parts of about the same size a number, a day or the predicted value is cut
   *     into
   */
  List<Slice> of(List<Example> examples, ToDoubleFunction<Example> predicted, int top, int bins) {
    if (isTarget()) {
      return bins(examples, bins, predicted, one -> plain(predicted.applyAsDouble(one)));
    }
    int place = schema.indexOf(by).orElseThrow();
    List<Example> present = examples.stream().filter(one -> !one.row().isMissing(place)).toList();
    Function<Example, String> text = example -> example.row().display(place);
    List<Slice> slices =
        switch (feature()) {
          case CategoricalFeature _, BooleanFeature _ -> levels(present, top, text);
          case NumericFeature _ -> bins(present, bins, one -> one.row().number(place), text);
          case DateFeature _ -> bins(present, bins, one -> day(one.row().date(place)), text);
          case TextFeature _ -> throw new IllegalStateException(by + " is a text");
        };
    List<Slice> all = new ArrayList<>(slices);
    if (present.size() < examples.size()) {
      List<Example> missing = examples.stream().filter(one -> one.row().isMissing(place)).toList();
      all.add(new Slice(NO_VALUE, missing, false));
    }
    return all;
  }

  private static List<Slice> levels(
      List<Example> examples, int top, Function<Example, String> text) {
    Map<String, List<Example>> byLevel = grouped(examples, text);
    List<Slice> slices =
        byLevel.entrySet().stream()
            .map(level -> new Slice(level.getKey(), level.getValue(), false))
            .sorted(Comparator.comparingInt(Slice::rows).reversed().thenComparing(Slice::name))
            .toList();
    if (slices.size() <= top) {
      return slices;
    }
    List<Slice> shown = new ArrayList<>(slices.subList(0, top));
    List<Slice> others = slices.subList(top, slices.size());
    List<Example> rest = others.stream().map(Slice::examples).flatMap(Collection::stream).toList();
    shown.add(new Slice("%d other levels".formatted(others.size()), rest, true));
    return shown;
  }

  /** Equal values are never parted, so there may be fewer slices than asked for. */
  private static List<Slice> bins(
      List<Example> examples,
      int bins,
      ToDoubleFunction<Example> value,
      Function<Example, String> text) {
    if (examples.isEmpty()) {
      return List.of();
    }
    double[] sorted = examples.stream().mapToDouble(value).sorted().toArray();
    double[] bounds = new double[bins - 1];
    Arrays.setAll(bounds, i -> Quantile.of(sorted, (i + 1.0) / bins));
    Map<Integer, List<Example>> byBin = new TreeMap<>();
    for (Example example : examples) {
      int bin = 0;
      while (bin < bounds.length && value.applyAsDouble(example) > bounds[bin]) {
        bin++;
      }
      byBin.computeIfAbsent(bin, _ -> new ArrayList<>()).add(example);
    }
    return byBin.values().stream()
        .map(members -> new Slice(range(members, value, text), members, false))
        .toList();
  }

  private static String range(
      List<Example> members, ToDoubleFunction<Example> value, Function<Example, String> text) {
    String least = text.apply(members.stream().min(Comparator.comparingDouble(value)).get());
    String most = text.apply(members.stream().max(Comparator.comparingDouble(value)).get());
    return least.equals(most) ? least : least + " to " + most;
  }

  static <K> Map<K, List<Example>> grouped(List<Example> examples, Function<Example, K> key) {
    Map<K, List<Example>> groups = new LinkedHashMap<>();
    for (Example example : examples) {
      groups.computeIfAbsent(key.apply(example), _ -> new ArrayList<>()).add(example);
    }
    return groups;
  }

  private boolean isTarget() {
    return schema.target().name().equals(by);
  }

  private Feature feature() {
    return schema.feature(schema.indexOf(by).orElseThrow());
  }

  private static double day(LocalDate date) {
    return date.toEpochDay();
  }

  /** To three digits: where a predicted value is cut is no measurement. */
  private static String plain(double number) {
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
