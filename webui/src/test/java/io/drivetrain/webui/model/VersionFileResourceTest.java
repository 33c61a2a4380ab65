package io.drivetrain.webui.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class VersionFileResourceTest {
  @Inject RegistryClient client;
  InMemoryRegistry registry;

  @Test
  void filesOfAVersionComeAsOneZip() throws IOException {
    ModelFixtures model = ModelFixtures.linked(client, registry);
    String version = model.add(Map.of());

    byte[] zip =
        given()
            .get("/model-files/{model}/{version}.zip", model.name(), version)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .header("Content-Disposition", containsString("Loyers%20%C3%A0%20F%C3%A8s"))
            .extract()
            .asByteArray();

    assertThat(entries(zip)).containsExactlyInAnyOrderEntriesOf(PredictionFixtures.rents());
  }

  @Test
  void unknownVersionIsNotFound() {
    given()
        .get("/model-files/{model}/{version}.zip", "no_such_model", "1")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("unknown_model_version"));
  }

  private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
