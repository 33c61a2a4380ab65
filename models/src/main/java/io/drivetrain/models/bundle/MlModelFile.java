package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file {@code MLmodel}, by which MLflow's tools recognise a model directory: our flavour with
 * the format version, the task and the kinds of estimator, the run, the time and the signature.
 */
final class MlModelFile {

  private static final String FLAVOR = "drivetrain";
  private static final String FORMAT_VERSION = "format_version";
  private static final String TASK = "task";
  private static final String ESTIMATOR = "estimator";
  private static final String ERROR_MODEL = "error_model";
  private static final String CLASSES = "classes";
  private static final String CALIBRATED = "calibrated";
  private static final String EXPORTS = "exports";

  /** As Python's MLflow writes it: UTC without a zone. */
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private MlModelFile() {}

  /**
   * @param size bytes of the other files together
   */
  static byte[] write(ModelBundle bundle, ModelMeta meta, Exports exports, long size) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("artifact_path", meta.artifactPath());
    model.put("flavors", flavors(bundle, exports));
    model.put("metadata", Map.of("model_name", meta.modelName()));
    meta.modelId()
        .ifPresent(id -> {
          model.put("model_id", id);
          model.put("model_uuid", id);
        });
    model.put("model_size_bytes", size);
    model.put("run_id", meta.runId());
    model.put("saved_input_example_info", inputExample());
    model.put("signature", Signature.of(bundle.schema(), bundle.task()));
    model.put("utc_time_created", UTC_TIME.format(meta.createdAt()));
    try {
      return YAML.writeValueAsString(model).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which files the bundle has. Refuses another flavour and a newer format. */
  static BundleLayout layout(byte[] bytes) {
    JsonNode flavor;
    try {
      flavor = YAML.readTree(bytes).at("/flavors/" + FLAVOR);
    } catch (IOException e) {
      throw BundleJson.refused(BundleFormat.ML_MODEL, e);
    }
    JsonNode version = flavor.path(FORMAT_VERSION);
    if (!version.isIntegralNumber() || version.asLong() < 1) {
      throw BundleException.at(
          BundleFormat.ML_MODEL,
          pointer(FORMAT_VERSION),
          "no format version",
          "This is no Drivetrain model: give the directory of one");
    }
    if (version.asLong() > BundleFormat.VERSION) {
      throw BundleException.newer(
          BundleFormat.ML_MODEL,
          pointer(FORMAT_VERSION),
          "format " + version.asLong(),
          BundleFormat.VERSION);
    }
    return version.asLong() == 1 ? new BundleLayout.Format1() : layout(flavor);
  }

  /** The hashes of files for other languages, by name; empty when there are none. */
  static Map<String, String> exports(byte[] bytes) {
    JsonNode exports;
    try {
      exports = YAML.readTree(bytes).at("/flavors/" + FLAVOR + "/" + EXPORTS);
    } catch (IOException e) {
      throw BundleJson.refused(BundleFormat.ML_MODEL, e);
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    exports.forEachEntry((name, hash) -> hashes.put(name, hash.asText()));
    return hashes;
  }

  private static BundleLayout layout(JsonNode flavor) {
    EstimatorKind estimator = oneOf(EstimatorKind.values(), flavor, ESTIMATOR);
    return switch (oneOf(Task.values(), flavor, TASK)) {
      case REGRESSION ->
          new BundleLayout.Regression(
              estimator, oneOf(EstimatorKind.values(), flavor, ERROR_MODEL));
      case CLASSIFICATION ->
          new BundleLayout.Classification(
              estimator, classes(flavor), flavor.path(CALIBRATED).asBoolean(false));
    };
  }

  private static <E extends Enum<E>> E oneOf(E[] known, JsonNode flavor, String property) {
    String text = flavor.path(property).textValue();
    for (E value : known) {
      if (key(value).equals(text)) {
        return value;
      }
    }
    throw BundleException.at(
        BundleFormat.ML_MODEL,
        pointer(property),
        "is none of " + Arrays.stream(known).map(MlModelFile::key).toList(),
        BundleFormat.DAMAGED);
  }

  private static List<String> classes(JsonNode flavor) {
    List<String> classes = new ArrayList<>();
    for (JsonNode label : flavor.path(CLASSES)) {
      if (!label.isTextual()) {
        throw BundleException.at(
            BundleFormat.ML_MODEL, pointer(CLASSES), "holds no text", BundleFormat.DAMAGED);
      }
      classes.add(label.textValue());
    }
    return classes;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String pointer(String property) {
    return "/flavors/" + FLAVOR + "/" + property;
  }

  private static Map<String, Object> inputExample() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("artifact_path", BundleFormat.INPUT_EXAMPLE);
    example.put("type", "json_object");
    return example;
  }

  private static Map<String, Object> flavors(ModelBundle bundle, Exports exports) {
    Map<String, Object> flavor = flavor(bundle);
    if (!exports.files().isEmpty()) {
      flavor.put(EXPORTS, exports.hashes());
    }
    Map<String, Object> flavors = new LinkedHashMap<>(exports.flavors());
    flavors.put(FLAVOR, flavor);
    return flavors;
  }

  private static Map<String, Object> flavor(ModelBundle bundle) {
    BundleLayout layout = BundleLayout.of(bundle);
    Map<String, Object> flavor = new LinkedHashMap<>();
    flavor.put(FORMAT_VERSION, BundleFormat.VERSION);
    flavor.put(TASK, key(bundle.task()));
    flavor.put(ESTIMATOR, key(EstimatorKind.of(bundle.estimator())));
    switch (bundle.head()) {
      case Head.Regression head ->
          flavor.put(ERROR_MODEL, key(EstimatorKind.of(head.errorModel())));
      case Head.Classification head -> {
        flavor.put(CLASSES, head.classes());
        if (!head.calibration().changesNothing()) {
          flavor.put(CALIBRATED, true);
        }
      }
    }
    flavor.put("algorithm", bundle.provenance().algorithm());
    flavor.put("target_unit", bundle.schema().target().unit());
    flavor.put("files", layout.hashed());
    return flavor;
  }
}
