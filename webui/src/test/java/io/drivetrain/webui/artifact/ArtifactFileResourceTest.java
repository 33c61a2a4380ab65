package io.drivetrain.webui.artifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.comparison.ComparisonFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ArtifactFileResourceTest {
  InMemoryRegistry registry;

  private String run;

  @BeforeEach
  void storeFiles() {
    run =
        ComparisonFixtures.log(
            registry, ComparisonFixtures.experiment(registry), "with files", 0.1, "4");
    ComparisonFixtures.file(registry, run, "report/é 1.html", "<script>alert(1)</script>");
    ComparisonFixtures.file(registry, run, "plots/a.svg", "<svg/>");
    ComparisonFixtures.file(registry, run, "notes.txt", "hello");
  }

  @Test
  void savesAFileAndLetsItRunNothing() {
    given()
        .queryParam("path", "report/é 1.html")
        .get("/tracking-run-files/{run}/file", run)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Disposition", is("attachment; filename*=UTF-8''%C3%A9%201.html"))
        .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"))
        .body(is("<script>alert(1)</script>"));
  }

  @Test
  void showsAPicture() {
    given()
        .queryParam("path", "plots/a.svg")
        .get("/tracking-run-files/{run}/file", run)
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .header("Content-Disposition", containsString("inline"))
        .header("Content-Security-Policy", containsString("sandbox"));
  }

  @Test
  void zipHasAllFilesOrThoseOfAFolder() throws IOException {
    assertThat(zip("")).containsOnlyKeys("notes.txt", "plots/a.svg", "report/é 1.html");
    assertThat(zip("report")).containsExactly(Map.entry("é 1.html", "<script>alert(1)</script>"));
  }

  @Test
  void whatIsNotThereOrNotBelowTheRunIsRefused() {
    assertThat(status("none.txt")).isEqualTo(404);
    assertThat(status("../secret")).isEqualTo(400);
    assertThat(status("")).isEqualTo(400);
    given()
        .queryParam("path", "notes.txt")
        .get("/tracking-run-files/{run}/file", "f".repeat(32))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private int status(String path) {
    return given().queryParam("path", path).get("/tracking-run-files/{run}/file", run).statusCode();
  }

  private Map<String, String> zip(String folder) throws IOException {
    byte[] bytes =
        given()
            .queryParam("path", folder)
            .get("/tracking-run-files/{run}/zip", run)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
