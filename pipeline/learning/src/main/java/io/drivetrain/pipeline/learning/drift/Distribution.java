package io.drivetrain.pipeline.learning.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the values of a column are spread, in bounded size. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumberDistribution.class, name = "numbers"),
  @JsonSubTypes.Type(value = LevelDistribution.class, name = "levels")
})
public sealed interface Distribution permits NumberDistribution, LevelDistribution {

  /** How many values there are, without the missing ones. */
  long count();

  long missing();
}
