package io.drivetrain.models.encoding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;

/** One column that a definition asks for; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ColumnPlan.Number.class, name = "number"),
  @JsonSubTypes.Type(value = ColumnPlan.Age.class, name = "age"),
  @JsonSubTypes.Type(value = ColumnPlan.Levels.class, name = "levels"),
  @JsonSubTypes.Type(value = ColumnPlan.Indicator.class, name = "indicator"),
  @JsonSubTypes.Type(value = ColumnPlan.TargetMean.class, name = "target_mean"),
  @JsonSubTypes.Type(value = ColumnPlan.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = ColumnPlan.Text.class, name = "text")
})
public sealed interface ColumnPlan {

  /** How many features one column of target means may be made from. */
  int MOST_GROUPED = 8;

  /** Names of the features that the column is made from. */
  List<String> features();

  private static void requireFeature(String feature) {
    Objects.requireNonNull(feature, "a column needs the feature that it is made from");
  }

  /**
   * A numeric feature as it is, a boolean one as 1 and 0, a date as days since 1970-01-01. A
   * missing value becomes the median of the training rows.
   */
  record Number(String feature) implements ColumnPlan {
    public Number {
      requireFeature(feature);
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }

  /**
   * Years from a feature (a numeric year, or a date) to a reference year. A missing value becomes
   * the median of the training rows.
   *
   * @param reference the year that has age 0; null = the latest year of the training rows
   */
  record Age(String feature, Integer reference) implements ColumnPlan {
    public Age {
      requireFeature(feature);
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }

  /**
   * A category by its place in an order: 0, 1, 2 ...
   *
   * @param levels from least to most; null or empty = the values of the schema in their order
   * @param unseen what stands for a value outside the levels; null = -1
   * @param missing what stands for a missing value; null = -1
   */
  record Levels(String feature, List<String> levels, Double unseen, Double missing)
      implements ColumnPlan {
    public Levels {
      requireFeature(feature);
      levels = levels == null ? List.of() : List.copyOf(levels);
      unseen = unseen == null ? -1.0 : unseen;
      missing = missing == null ? -1.0 : missing;
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }

  /** 1 where a category has this value; 0 where it has another one or is missing. */
  record Indicator(String feature, String value) implements ColumnPlan {
    public Indicator {
      requireFeature(feature);
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }

  /**
   * The smoothed mean of the target (on the scale of learning) over rows with the same values. With
   * several features, from the widest to the narrowest (make, model): a combination not seen in
   * training backs off to the mean of the wider one, and at last to the mean of all rows. A missing
   * value is a value of its own where training had it.
   *
   * @param features categorical or boolean
   * @param smoothing how many rows' weight the wider mean has against the rows of the narrower one;
   *     null = 10
   */
  record TargetMean(List<String> features, Double smoothing) implements ColumnPlan {
    public TargetMean {
      if (features == null || features.isEmpty() || features.size() > MOST_GROUPED) {
        throw new IllegalArgumentException(
            "a target_mean column needs 1 to " + MOST_GROUPED + " features");
      }
      features = List.copyOf(features);
      smoothing = smoothing == null ? 10.0 : smoothing;
      if (!(smoothing >= 0 && smoothing <= 1e9)) {
        throw new IllegalArgumentException("the smoothing of a target_mean must be 0 or more");
      }
    }
  }

  /** 1 where a feature of any type is missing, else 0. */
  record Missing(String feature) implements ColumnPlan {
    public Missing {
      requireFeature(feature);
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }

  /**
   * The terms of a text, weighted by TF-IDF: an input for each term that the training rows hold.
   *
   * @param grams words or characters; null = words
   * @param from shortest term, in words or characters; null = 1 word or 2 characters
   * @param to longest one; null = 2 words or 5 characters
   * @param minRows training rows that a term must stand in; null = 2
   * @param maxTerms how many terms are kept at most, the most frequent ones; null = 20000
   * @param stopWords terms that are left out, in lower case; null or empty = none
   */
  record Text(
      String feature,
      Grams grams,
      Integer from,
      Integer to,
      Integer minRows,
      Integer maxTerms,
      List<String> stopWords)
      implements ColumnPlan {

    static final int LONGEST = 8;

    public Text {
      requireFeature(feature);
      grams = grams == null ? Grams.WORDS : grams;
      from = from == null ? (grams == Grams.WORDS ? 1 : 2) : from;
      to = to == null ? Math.max(from, grams == Grams.WORDS ? 2 : 5) : to;
      minRows = minRows == null ? 2 : minRows;
      maxTerms = maxTerms == null ? 20_000 : maxTerms;
      stopWords = stopWords == null ? List.of() : List.copyOf(stopWords);
      if (from < 1 || to < from || to > LONGEST) {
        throw new IllegalArgumentException(
            "the terms of a text have 1 to %d words or characters, 'from' at most 'to'"
                .formatted(LONGEST));
      }
      if (minRows < 1 || maxTerms < 1 || maxTerms > 60_000) {
        throw new IllegalArgumentException(
            "minRows of a text must be at least 1, maxTerms from 1 to 60000");
      }
    }

    @Override
    public List<String> features() {
      return List.of(feature);
    }
  }
}
