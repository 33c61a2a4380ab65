package io.drivetrain.models.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One thing that a model is told about what it values. Polymorphic JSON: the property {@code type}
 * is {@code numeric}, {@code categorical}, {@code boolean}, {@code text} or {@code date}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericFeature.class, name = "numeric"),
  @JsonSubTypes.Type(value = CategoricalFeature.class, name = "categorical"),
  @JsonSubTypes.Type(value = BooleanFeature.class, name = "boolean"),
  @JsonSubTypes.Type(value = TextFeature.class, name = "text"),
  @JsonSubTypes.Type(value = DateFeature.class, name = "date")
})
public sealed interface Feature
    permits NumericFeature, CategoricalFeature, BooleanFeature, TextFeature, DateFeature {

  /** The canonical name: lower-case letters, digits and underscores, such as {@code mileage_km}. */
  String name();

  Label label();

  /** The header of this feature's column in the training data. Accepted as a field name too. */
  String source();

  /** Whether a row without this feature is refused. If not, a missing value is only a warning. */
  boolean required();

  /** What this feature takes, in words of no language: {@code 0 .. 600000 km}, {@code A, B}. */
  String accepted();
}
