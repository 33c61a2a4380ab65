package io.drivetrain.webui.model.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.model.Version;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Programs that use a version.
 *
 * @param registry address of the registry
 * @param row an input example; empty when there is none
 */
record Snippets(Version version, URI registry, Map<String, Object> row) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** With the module {@code registry/client} and {@code models}. */
  String java() {
    String values =
        row.entrySet().stream()
            .map(entry ->
                "        Map.entry(%s, %s)".formatted(json(entry.getKey()), json(entry.getValue())))
            .collect(Collectors.joining(",\n"));
    return """
    try (var registry = RegistryClient.connect(RegistryClientConfig.of(URI.create("%s")));
        var models = ModelSource.open(registry)) {
      var version = models.resolve(ModelUri.parse("%s")).orElseThrow();
      var model = BundleReader.read(models.load(version).files());
      Map<String, Object> row = Map.ofEntries(
    %s);
      System.out.println(model.predict(model.schema().read(row)));
    }\
    """
        .formatted(registry, uri(), values);
  }

  String python() {
    return """
    import mlflow
    import pandas as pd

    mlflow.set_tracking_uri("%s")
    model = mlflow.pyfunc.load_model("%s")
    rows = pd.DataFrame([%s])
    print(model.predict(rows))\
    """
        .formatted(registry, uri(), pythonRow());
  }

  /**
   * The files; no address predicts with a version that is not in production.
   *
   * @param webui address of this application, with a slash at its end
   */
  String download(URI webui) {
    return "curl -o %s-%s.zip %s"
        .formatted(
            version.model().replaceAll("[^A-Za-z0-9._-]", "_"),
            version.number(),
            webui.resolve(PageLink.versionFiles(version.model(), version.number())));
  }

  /** A prediction with the model that this application serves. */
  String prediction(URI webui) {
    return """
    curl %s \\
      -H 'Content-Type: application/json' \\
      -d '%s'\
    """
        .formatted(webui.resolve("predict"), json(row).replace("'", "'\\''"));
  }

  private String uri() {
    return "models:/%s/%s".formatted(version.model(), version.number());
  }

  private String pythonRow() {
    return row.entrySet().stream()
        .map(entry -> json(entry.getKey()) + ": " + python(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String python(Object value) {
    return value instanceof Boolean yes ? (yes ? "True" : "False") : json(value);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values are always JSON", e);
    }
  }
}
