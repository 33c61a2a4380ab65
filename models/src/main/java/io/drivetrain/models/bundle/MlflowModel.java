package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the file {@code MLmodel} of any MLflow model says, whoever wrote it.
 *
 * @param flavors such as {@code python_function}, in the order of the file
 * @param inputs of the signature; empty without one
 * @param outputs of the signature; empty without one
 */
public record MlflowModel(List<String> flavors, List<Column> inputs, List<Column> outputs) {
  /** The name of the file. */
  public static final String FILE = BundleFormat.ML_MODEL;

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PYTHON = "python_function";

  public MlflowModel {
    flavors = List.copyOf(flavors);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * A column or a tensor of a signature.
   *
   * @param name empty where it has none
   * @param type as MLflow writes it: {@code double}, {@code tensor float64 [-1,4]}
   */
  public record Column(String name, String type, boolean required) {}

  /** Whether Python's {@code mlflow.pyfunc} loads it. */
  public boolean isPythonFunction() {
    return flavors.contains(PYTHON);
  }

  /**
   * @throws BundleException when the file cannot be read
   */
  public static MlflowModel read(byte[] file) {
    BundleDirectory.checkSize(FILE, file.length);
    try {
      JsonNode model = YAML.readTree(file);
      List<String> flavors = new ArrayList<>();
      model.path("flavors").fieldNames().forEachRemaining(flavors::add);
      JsonNode signature = model.path("signature");
      return new MlflowModel(
          flavors, columns(signature.path("inputs")), columns(signature.path("outputs")));
    } catch (IOException e) {
      throw BundleJson.refused(FILE, e);
    }
  }

  /** A list of columns as JSON within the YAML. */
  private static List<Column> columns(JsonNode text) throws JsonProcessingException {
    List<Column> columns = new ArrayList<>();
    if (text.isTextual()) {
      JSON.readTree(text.textValue()).forEach(column -> columns.add(column(column)));
    }
    return columns;
  }

  private static Column column(JsonNode column) {
    return new Column(
        column.path("name").asText(""), type(column), column.path("required").asBoolean(true));
  }

  private static String type(JsonNode column) {
    String type = column.path("type").asText("any");
    JsonNode tensor = column.path("tensor-spec");
    return tensor.isObject()
        ? "%s %s %s".formatted(type, tensor.path("dtype").asText(), tensor.path("shape"))
        : type;
  }
}
