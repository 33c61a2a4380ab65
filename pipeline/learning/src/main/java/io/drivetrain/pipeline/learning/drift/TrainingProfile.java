package io.drivetrain.pipeline.learning.drift;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What later data is compared with: the file {@code quality/profile.json} of a run.
 *
 * @param formatVersion 1
 * @param dataHash SHA-256 of the file
 * @param rows of the file, repeated ones included
 * @param columns of the rows that can be learned from, each different row once: the features except
 *     texts, and the target, by canonical name
 */
public record TrainingProfile(
    int formatVersion, String dataHash, long rows, Map<String, Distribution> columns) {
  /** Where it is kept below the artifacts of a run. */
  public static final String PATH = "quality/profile.json";

  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public TrainingProfile {
    if (formatVersion != FORMAT) {
      throw new IllegalArgumentException("it has format " + formatVersion + ", not " + FORMAT);
    }
    Objects.requireNonNull(dataHash, "it does not name its data");
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  public static TrainingProfile of(LearningData data, FeatureSchema schema) {
    List<Example> examples = data.examples();
    Map<String, Distribution> columns = new LinkedHashMap<>();
    for (int i = 0; i < schema.size(); i++) {
      String name = schema.feature(i).name();
      column(schema.feature(i), i, examples).ifPresent(column -> columns.put(name, column));
    }
    columns.put(schema.target().name(), target(examples, data.facts().classes()));
    return new TrainingProfile(FORMAT, data.facts().sha256(), data.facts().rows(), columns);
  }

  private static Distribution target(List<Example> examples, List<String> classes) {
    if (classes.isEmpty()) {
      return NumberDistribution.of(
          false, examples.stream().mapToDouble(Example::target).toArray(), 0);
    }
    Map<String, Long> counts = new HashMap<>();
    examples.forEach(one -> counts.merge(classes.get((int) one.target()), 1L, Long::sum));
    return LevelDistribution.of(counts, 0);
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it is none of ours; the message says why
   */
  public static TrainingProfile read(byte[] file) throws IOException {
    return JSON.readValue(file, TrainingProfile.class);
  }

  private static Optional<Distribution> column(Feature feature, int place, List<Example> examples) {
    return switch (feature) {
      case NumericFeature _ -> Optional.of(numbers(false, examples, place));
      case DateFeature _ -> Optional.of(numbers(true, examples, place));
      case CategoricalFeature _, BooleanFeature _ -> Optional.of(levels(examples, place));
      case TextFeature _ -> Optional.empty();
    };
  }

  private static NumberDistribution numbers(boolean days, List<Example> examples, int place) {
    double[] values =
        examples.stream()
            .filter(example -> !example.row().isMissing(place))
            .mapToDouble(example ->
                days ? example.row().date(place).toEpochDay() : example.row().number(place))
            .toArray();
    return NumberDistribution.of(days, values, examples.size() - values.length);
  }

  private static LevelDistribution levels(List<Example> examples, int place) {
    Map<String, Long> counts = new HashMap<>();
    long missing = 0;
    for (Example example : examples) {
      if (example.row().isMissing(place)) {
        missing++;
      } else {
        counts.merge(example.row().display(place), 1L, Long::sum);
      }
    }
    return LevelDistribution.of(counts, missing);
  }
}
