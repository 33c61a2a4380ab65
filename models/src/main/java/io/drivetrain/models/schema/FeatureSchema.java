package io.drivetrain.models.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The features of a model in order, its target, and the texts that stand for a missing value. Data:
 * it travels as JSON inside the model bundle. Immutable, safe for any number of threads.
 */
public final class FeatureSchema {

  private final List<Feature> features;
  private final Target target;
  private final List<String> missing;
  private final FieldNames names;
  private final RowReader reader;

  /**
   * @param missing texts that mean "no value", such as {@code --}; the empty text always does
   * @throws IllegalArgumentException when there is no feature, when two fields share a name or
   *     header, or when a parent is no categorical feature before or after its child
   */
  @JsonCreator
  public FeatureSchema(
      @JsonProperty("features") List<Feature> features,
      @JsonProperty("target") Target target,
      @JsonProperty("missing") List<String> missing) {
    if (features == null || features.isEmpty() || target == null) {
      throw new IllegalArgumentException("a schema needs features and a target");
    }
    this.features = List.copyOf(features);
    this.target = target;
    this.missing = missing == null ? List.of() : List.copyOf(missing);
    this.names = new FieldNames(this.features, target);
    Parents.check(this.features, names);
    this.reader = new RowReader(this, names);
  }

  /** A schema in which only the empty text means "no value". */
  public FeatureSchema(List<Feature> features, Target target) {
    this(features, target, List.of());
  }

  @JsonProperty
  public List<Feature> features() {
    return features;
  }

  @JsonProperty
  public Target target() {
    return target;
  }

  @JsonProperty
  public List<String> missing() {
    return missing;
  }

  public int size() {
    return features.size();
  }

  public Feature feature(int index) {
    return features.get(index);
  }

  /** The place of a feature by its canonical name or its source header. */
  public OptionalInt indexOf(String nameOrSource) {
    return names.indexOf(nameOrSource);
  }

  /**
   * Reads outside values: JSON numbers, strings and booleans, CSV cells, form values. Keys are
   * canonical names or source headers. Never throws for a wrong value: it is an issue of the
   * reading. An absent optional value stays missing; default values are for forms.
   */
  public RowReading read(Map<String, ?> raw) {
    return reader.read(raw, false);
  }

  /**
   * As {@link #read}, for what a person wrote. A value of a category is found by its beginning too,
   * which a warning says; where several may be meant the reading has an error that names them.
   */
  public RowReading interpret(Map<String, ?> written) {
    return reader.read(written, true);
  }

  /** The present values of a row by canonical name, such that {@link #read} gives the row back. */
  public Map<String, Object> values(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      String name = feature(i).name();
      row.value(i).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  /**
   * This schema after it saw training rows: the values of categorical features (declared ones
   * first, then by name), those that go with each value of their parent, and the seen ranges.
   */
  public FeatureSchema seeing(Collection<Row> rows) {
    return new FeatureSchema(new SeenValues(this, rows).features(), target, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureSchema schema
        && features.equals(schema.features)
        && target.equals(schema.target)
        && missing.equals(schema.missing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(features, target, missing);
  }

  @Override
  public String toString() {
    return "FeatureSchema[" + features + ", " + target + "]";
  }
}
