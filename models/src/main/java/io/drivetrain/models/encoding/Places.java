package io.drivetrain.models.encoding;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.TextFeature;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Finds the features of a column in the schema and reads them as the column needs them. */
final class Places {

  private Places() {}

  /** The place of a feature by its canonical name. */
  static int of(String feature, FeatureSchema schema) {
    OptionalInt place = schema.indexOf(feature);
    if (place.isEmpty() || !schema.feature(place.getAsInt()).name().equals(feature)) {
      throw new IllegalArgumentException(
          "the encoding names feature " + feature + ", which the schema does not have");
    }
    return place.getAsInt();
  }

  /** Reads a present value as a number: booleans as 1 and 0, dates as days since 1970-01-01. */
  static ToDoubleFunction<Row> number(String name, FeatureSchema schema) {
    int at = of(name, schema);
    return switch (schema.feature(at)) {
      case NumericFeature _ -> row -> row.number(at);
      case BooleanFeature _ -> row -> row.flag(at) ? 1.0 : 0.0;
      case DateFeature _ -> row -> row.date(at).toEpochDay();
      case CategoricalFeature _, TextFeature _ ->
          throw refused(name, "is neither a number, nor a boolean, nor a date");
    };
  }

  /** Reads a present value as a year: a date as the year and the part of it that has gone by. */
  static ToDoubleFunction<Row> year(String name, FeatureSchema schema) {
    int at = of(name, schema);
    return switch (schema.feature(at)) {
      case NumericFeature _ -> row -> row.number(at);
      case DateFeature _ -> row -> year(row.date(at));
      case BooleanFeature _, CategoricalFeature _, TextFeature _ ->
          throw refused(name, "is neither a numeric year nor a date");
    };
  }

  /** Reads a present value as the name of a group. */
  static Function<Row, String> group(String name, FeatureSchema schema) {
    int at = of(name, schema);
    return switch (schema.feature(at)) {
      case CategoricalFeature _ -> row -> row.string(at);
      case BooleanFeature _ -> row -> row.flag(at) ? "true" : "false";
      case NumericFeature _, DateFeature _, TextFeature _ ->
          throw refused(name, "is neither categorical nor boolean");
    };
  }

  /** The place of a text. */
  static int text(String name, FeatureSchema schema) {
    int at = of(name, schema);
    return switch (schema.feature(at)) {
      case TextFeature _, CategoricalFeature _ -> at;
      case NumericFeature _, BooleanFeature _, DateFeature _ -> throw refused(name, "is no text");
    };
  }

  static CategoricalFeature category(String name, FeatureSchema schema) {
    Feature feature = schema.feature(of(name, schema));
    if (feature instanceof CategoricalFeature category) {
      return category;
    }
    throw refused(name, "is not categorical");
  }

  private static double year(LocalDate date) {
    return date.getYear() + (date.getDayOfYear() - 1) / (double) date.lengthOfYear();
  }

  private static IllegalArgumentException refused(String name, String reason) {
    return new IllegalArgumentException(
        "the encoding names feature " + name + " for a column of another type: it " + reason);
  }
}
