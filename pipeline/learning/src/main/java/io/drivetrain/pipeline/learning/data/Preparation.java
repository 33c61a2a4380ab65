package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.metric.Quantile;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.learning.data.definition.PreparationSpec;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The examples of a table, and where the other rows went.
 *
 * @param examples different from each other, in the order of the file
 * @param dropped rows of the file that are no example, by reason: {@code refused}, {@code
 *     duplicate}, {@code outlier}
 */
public record Preparation(List<Example> examples, Map<String, Long> dropped) {

  private static final String REFUSED = "refused";
  private static final String DUPLICATE = "duplicate";
  private static final String OUTLIER = "outlier";

  public Preparation {
    examples = List.copyOf(examples);
    dropped = Map.copyOf(dropped);
  }

  /** Applies the rules of a definition to a table. */
  public static Preparation of(DataTable table, PreparationSpec spec) {
    List<Example> distinct = new ArrayList<>();
    Set<Content> seen = new HashSet<>();
    long refused = 0;
    long duplicates = 0;
    for (DataRow row : table.rows()) {
      if (!row.isUsable()) {
        refused += row.copies();
      } else if (seen.add(new Content(row.row(), row.target()))) {
        distinct.add(new Example(row.line(), row.row(), row.target()));
        duplicates += row.copies() - 1;
      } else {
        duplicates += row.copies();
      }
    }
    Bounds bounds = Bounds.of(distinct, spec);
    List<Example> kept = distinct.stream().filter(bounds::contain).toList();
    Map<String, Long> dropped = new LinkedHashMap<>();
    dropped.put(REFUSED, refused);
    dropped.put(DUPLICATE, duplicates);
    dropped.put(OUTLIER, (long) distinct.size() - kept.size());
    return new Preparation(kept, dropped);
  }

  /** Rows of the file that repeat another one. */
  public long duplicates() {
    return dropped.get(DUPLICATE);
  }

  private record Content(Row row, double target) {}

  private record Bounds(double low, double high) {

    static Bounds of(List<Example> examples, PreparationSpec spec) {
      if (spec.outlierFactor() == null || examples.isEmpty()) {
        return new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      double[] sorted = examples.stream().mapToDouble(Example::target).sorted().toArray();
      double lower = Quantile.of(sorted, 0.25);
      double upper = Quantile.of(sorted, 0.75);
      double reach = spec.outlierFactor() * (upper - lower);
      return new Bounds(lower - reach, upper + reach);
    }

    boolean contain(Example example) {
      return example.target() >= low && example.target() <= high;
    }
  }
}
