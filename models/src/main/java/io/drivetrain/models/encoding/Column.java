package io.drivetrain.models.encoding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One fitted input of a model, or the many inputs of a text. Polymorphic JSON, property {@code
 * type}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumberColumn.class, name = "number"),
  @JsonSubTypes.Type(value = AgeColumn.class, name = "age"),
  @JsonSubTypes.Type(value = LevelColumn.class, name = "levels"),
  @JsonSubTypes.Type(value = IndicatorColumn.class, name = "indicator"),
  @JsonSubTypes.Type(value = TargetMeanColumn.class, name = "target_mean"),
  @JsonSubTypes.Type(value = MissingColumn.class, name = "missing"),
  @JsonSubTypes.Type(value = TextColumn.class, name = "text")
})
public sealed interface Column
    permits NumberColumn,
        AgeColumn,
        LevelColumn,
        IndicatorColumn,
        TargetMeanColumn,
        MissingColumn,
        TextColumn {

  /** Unique in its encoder: {@code mileage_km}, {@code year_age}, {@code brand_model_mean}. */
  String name();

  /** Canonical names of the features that it is made from. */
  List<String> features();

  /** Number of its inputs. */
  default int width() {
    return 1;
  }

  /**
   * @param place of an input of its own, from 0
   */
  default String inputName(int place) {
    return name();
  }
}
