package io.drivetrain.webui.model.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.model.Version;
import io.drivetrain.webui.model.VersionStage;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnippetsTest {
  private static final URI PAGES = URI.create("http://localhost:8501/");

  @Test
  void pythonLoadsTheVersionAndPredictsTheExample() {
    assertThat(snippets().python())
        .isEqualTo(
            """
            import mlflow
            import pandas as pd

            mlflow.set_tracking_uri("http://localhost:5000")
            model = mlflow.pyfunc.load_model("models:/rents/3")
            rows = pd.DataFrame([{"city": "Fès", "furnished": True, "note": "l'étage"}])
            print(model.predict(rows))\
            """);
  }

  @Test
  void javaReadsTheExampleByTheSchema() {
    assertThat(snippets().java())
        .contains("URI.create(\"http://localhost:5000\")", "ModelUri.parse(\"models:/rents/3\")")
        .contains("    Map.entry(\"furnished\", true),\n");
  }

  @Test
  void terminalPredictsOrDownloads() {
    assertThat(snippets().prediction(PAGES))
        .startsWith("curl http://localhost:8501/predict \\\n")
        .contains("l'\\''étage");
    assertThat(snippets().download(PAGES))
        .isEqualTo("curl -o rents-3.zip http://localhost:8501/model-files/rents/3.zip");
  }

  private static Snippets snippets() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("city", "Fès");
    row.put("furnished", true);
    row.put("note", "l'étage");
    Version version =
        new Version(
            "rents",
            "3",
            VersionStage.NONE,
            true,
            "mlflow-artifacts:/1/run/artifacts/model",
            Optional.empty(),
            "",
            List.of(),
            Map.of(),
            Instant.EPOCH);
    return new Snippets(version, URI.create("http://localhost:5000"), row);
  }
}
