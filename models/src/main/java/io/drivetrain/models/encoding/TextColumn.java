package io.drivetrain.models.encoding;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The terms of a text, an input each: {@code (1 + ln count) * weight}, all of them together scaled
 * to the length 1 (TF-IDF). A text that is missing or has no known term is 0 everywhere.
 *
 * @param grams what terms are made of
 * @param from shortest term, in words or characters
 * @param to longest one
 * @param terms known ones, each of them once
 * @param weights one for each term, above 0: rare terms say more
 */
public record TextColumn(
    String feature, Grams grams, int from, int to, List<String> terms, List<Double> weights)
    implements Column {

  public TextColumn {
    terms = List.copyOf(terms);
    weights = List.copyOf(weights);
    if (feature == null || grams == null) {
      throw new IllegalArgumentException("a text column needs a feature and grams");
    }
    if (from < 1 || to < from || to > ColumnPlan.Text.LONGEST) {
      throw new IllegalArgumentException("column of " + feature + ": no such lengths of terms");
    }
    if (terms.isEmpty()
        || terms.size() != weights.size()
        || new HashSet<>(terms).size() != terms.size()) {
      throw new IllegalArgumentException(
          "column of " + feature + ": needs terms, each of them once, and a weight for each");
    }
    if (!weights.stream().allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("column of " + feature + ": a weight is not above 0");
    }
  }

  @Override
  public String name() {
    return feature + "_" + grams.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }

  @Override
  public int width() {
    return terms.size();
  }

  @Override
  public String inputName(int place) {
    return name() + "[" + terms.get(place) + "]";
  }
}
