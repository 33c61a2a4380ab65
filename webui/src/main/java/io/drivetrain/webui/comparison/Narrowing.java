package io.drivetrain.webui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of the compared runs are looked at: those that lie in a range of every field that has
 * ranges.
 */
public record Narrowing(List<Range> ranges) {
  public static final Narrowing NONE = new Narrowing(List.of());

  public Narrowing {
    ranges = List.copyOf(ranges);
  }

  public boolean isNone() {
    return ranges.isEmpty();
  }

  public Narrowing with(Range range) {
    List<Range> more = new ArrayList<>(ranges);
    more.add(range);
    return new Narrowing(more);
  }

  public Narrowing without(Range range) {
    return new Narrowing(ranges.stream().filter(one -> !one.equals(range)).toList());
  }

  /** In place of what it says of these fields. */
  public Narrowing replacing(List<Field> fields, List<Range> by) {
    List<Range> kept = new ArrayList<>(ranges);
    kept.removeIf(range -> fields.contains(range.field()));
    kept.addAll(by);
    return new Narrowing(kept);
  }

  public List<ComparedRun> of(List<ComparedRun> runs) {
    Map<Field, List<Range>> byField = ranges.stream().collect(Collectors.groupingBy(Range::field));
    Map<Axis, List<Range>> byAxis =
        byField.entrySet().stream()
            .collect(Collectors.toMap(e -> Axis.of(e.getKey(), runs), Map.Entry::getValue));
    return runs.stream()
        .filter(run ->
            byAxis.entrySet().stream()
                .allMatch(entry -> {
                  var place = entry.getKey().place(run);
                  return place.isPresent()
                      && entry.getValue().stream().anyMatch(r -> r.has(place.getAsDouble()));
                }))
        .toList();
  }
}
