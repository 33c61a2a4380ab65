package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code MLmodel}, by which MLflow's tools recognise a model directory: our flavour with
 * the format version, the run, the time and the signature.
 */
final class MlModelFile {

  private static final String FLAVOR = "drivetrain";

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
  static byte[] write(ModelBundle bundle, ModelMeta meta, long size) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("artifact_path", meta.artifactPath());
    model.put("flavors", Map.of(FLAVOR, flavor(bundle)));
    model.put("metadata", Map.of("model_name", meta.modelName()));
    model.put("model_size_bytes", size);
    model.put("run_id", meta.runId());
    model.put("saved_input_example_info", inputExample());
    model.put("signature", Signature.of(bundle.schema()));
    model.put("utc_time_created", UTC_TIME.format(meta.createdAt()));
    try {
      return YAML.writeValueAsString(model).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a file of another flavour or of a newer format. */
  static void check(byte[] bytes) {
    JsonNode version;
    try {
      version = YAML.readTree(bytes).at("/flavors/" + FLAVOR + "/format_version");
    } catch (IOException e) {
      throw BundleJson.refused(BundleFormat.ML_MODEL, e);
    }
    String pointer = "/flavors/" + FLAVOR + "/format_version";
    if (!version.isIntegralNumber() || version.asLong() < 1) {
      throw BundleException.at(
          BundleFormat.ML_MODEL,
          pointer,
          "no format version",
          "This is no Drivetrain model: give the directory of one");
    }
    if (version.asLong() > BundleFormat.VERSION) {
      throw BundleException.at(
          BundleFormat.ML_MODEL,
          pointer,
          "format " + version.asLong() + ", but this version reads up to " + BundleFormat.VERSION,
          "Update Drivetrain here, or publish the model again with this version");
    }
  }

  private static Map<String, Object> inputExample() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("artifact_path", BundleFormat.INPUT_EXAMPLE);
    example.put("type", "json_object");
    return example;
  }

  private static Map<String, Object> flavor(ModelBundle bundle) {
    Map<String, Object> flavor = new LinkedHashMap<>();
    flavor.put("format_version", BundleFormat.VERSION);
    flavor.put("algorithm", bundle.provenance().algorithm());
    flavor.put("target_unit", bundle.schema().target().unit());
    flavor.put("files", List.copyOf(BundleFormat.HASHED));
    return flavor;
  }
}
