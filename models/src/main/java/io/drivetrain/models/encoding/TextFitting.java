package io.drivetrain.models.encoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the terms of a text column and weighs them, without a look at the target. */
final class TextFitting {

  private TextFitting() {}

  static TextColumn fit(ColumnPlan.Text plan, TrainingRows training) {
    int at = Places.text(plan.feature(), training.schema());
    Map<String, Integer> rows = new HashMap<>();
    int texts = 0;
    for (var row : training.rows()) {
      if (!row.isMissing(at)) {
        texts++;
        plan.grams()
            .count(row.string(at), plan.from(), plan.to())
            .keySet()
            .forEach(term -> rows.merge(term, 1, Integer::sum));
      }
    }
    List<String> terms = new ArrayList<>(rows.keySet());
    terms.removeIf(term -> rows.get(term) < plan.minRows() || plan.stopWords().contains(term));
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(
          "feature %s has no term that stands in %d training rows: lower minRows, or leave it out of the encoding"
              .formatted(plan.feature(), plan.minRows()));
    }
    terms.sort(Comparator.<String>comparingInt(rows::get).reversed().thenComparing(term -> term));
    List<String> kept = terms.stream().limit(plan.maxTerms()).sorted().toList();
    int all = texts;
    return new TextColumn(
        plan.feature(),
        plan.grams(),
        plan.from(),
        plan.to(),
        kept,
        kept.stream().map(term -> weight(all, rows.get(term))).toList());
  }

  /** The smoothed inverse document frequency, as scikit-learn has it. */
  private static double weight(int texts, int rows) {
    return StrictMath.log((1.0 + texts) / (1.0 + rows)) + 1;
  }
}
