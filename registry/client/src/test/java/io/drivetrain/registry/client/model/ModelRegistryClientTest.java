package io.drivetrain.registry.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answers are those of a real MLflow 3.11 server. */
class ModelRegistryClientTest {
  private static final String API = "/api/2.0/mlflow/";
  private static final String GET_MODEL = "GET " + API + "registered-models/get";
  private static final String VERSION =
      """
      {"name":"Reg","version":"1","creation_timestamp":1795216397415,"last_updated_timestamp":1795216399394,
       "current_stage":"Production","description":"","source":"models:/m-f8146aa92b3c47038f3b4693416a35f8",
       "run_id":"9e9b6fe66a2742f1afaae025d2f0eb30","status":"READY","run_link":""}
      """;
  private static final String MODEL =
      """
      {"registered_model":{"name":"Reg","creation_timestamp":1795216397322,"last_updated_timestamp":1795216399394,
       "latest_versions":[%s],"aliases":[{"alias":"champ","version":"1"},{"alias":"old","version":"0"}]}}
      """
          .formatted(VERSION);

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  private final ModelRegistryClient models = client.models();

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void readsAModelAndGivesItsVersionsTheirAliases() {
    registry.on(GET_MODEL, HttpDouble.json(MODEL));

    RegisteredModel model = models.registeredModel("Reg").orElseThrow();

    assertThat(model.aliases()).isEqualTo(Map.of("champ", "1", "old", "0"));
    assertThat(model.latest(Stage.PRODUCTION))
        .contains(
            new ModelVersion(
                "Reg",
                "1",
                Stage.PRODUCTION,
                ModelVersionStatus.READY,
                "models:/m-f8146aa92b3c47038f3b4693416a35f8",
                "9e9b6fe66a2742f1afaae025d2f0eb30",
                "",
                List.of("champ"),
                Map.of(),
                Instant.ofEpochMilli(1795216397415L),
                Instant.ofEpochMilli(1795216399394L)));
    assertThat(model.latest(Stage.STAGING)).isEmpty();
  }

  @Test
  void findsNoModelOfAnUnknownName() {
    registry.on(
        GET_MODEL,
        HttpDouble.error(
            404, "RESOURCE_DOES_NOT_EXIST", "Registered Model with name=Reg not found"));

    assertThat(models.registeredModel("Reg")).isEmpty();
    assertThat(models.versionByAlias("Reg", "champ")).isEmpty();
  }

  @Test
  void leavesAModelThatIsThereAsItIs() {
    registry.on(
        "POST " + API + "registered-models/create",
        HttpDouble.error(
            400, "RESOURCE_ALREADY_EXISTS", "Registered Model (name=Reg) already exists."));

    models.ensureRegisteredModel("Reg", Map.of("drivetrain.production_alias", "champion"));

    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"name\":\"Reg\",\"tags\":[{\"key\":\"drivetrain.production_alias\",\"value\":\"champion\"}]}");
  }

  @Test
  void createsAVersion() {
    registry.on(
        "POST " + API + "model-versions/create",
        HttpDouble.json("{\"model_version\":" + VERSION + "}"));

    ModelVersion version =
        models.createVersion("Reg", "mlflow-artifacts:/1/r/artifacts/model", "r", Map.of());

    assertThat(version.number()).isEqualTo(1);
    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"name\":\"Reg\",\"source\":\"mlflow-artifacts:/1/r/artifacts/model\",\"run_id\":\"r\",\"tags\":[]}");
  }

  @Test
  void movesAVersionToAStageAndSaysWhyAndInsteadOfWhom() {
    registry.on(
        "POST " + API + "model-versions/transition-stage",
        HttpDouble.json("{\"model_version\":" + VERSION + "}"));

    models.transitionStage(
        "Reg", "1", Stage.PRODUCTION, true, Change.because("better").ifHeldByNobody());

    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"name\":\"Reg\",\"version\":\"1\",\"stage\":\"Production\",\"archive_existing_versions\":true,"
                + "\"reason\":\"better\",\"expected_version\":\"\"}");
  }

  @Test
  void movesAVersionOnlyFromTheStageThatItIsExpectedIn() {
    registry.on(
        "POST " + API + "model-versions/transition-stage",
        HttpDouble.json("{\"model_version\":" + VERSION + "}"));

    models.transitionStage(
        "Reg", "1", Stage.ARCHIVED, false, Change.because("left over").ifIn(Stage.STAGING));

    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"name\":\"Reg\",\"version\":\"1\",\"stage\":\"Archived\",\"archive_existing_versions\":false,"
                + "\"reason\":\"left over\",\"expected_stage\":\"Staging\"}");
  }

  @Test
  void saysWhenAnotherVersionHoldsTheStageByNow() {
    registry.on(
        "POST " + API + "model-versions/transition-stage",
        HttpDouble.error(409, "RESOURCE_CONFLICT", "Production is held by 3, not by 2"));

    assertThatThrownBy(() ->
            models.transitionStage(
                "Reg", "4", Stage.PRODUCTION, true, Change.because("better").ifHeldBy("2")))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            conflict -> {
              assertThat(conflict.errorCode()).isEqualTo(ErrorCode.RESOURCE_CONFLICT);
              assertThat(conflict.httpStatus()).isEqualTo(409);
            })
        .hasMessage("Production is held by 3, not by 2");
  }

  @Test
  void repeatsAnAliasButNotOneThatDependsOnItsHolder() {
    String endpoint = "POST " + API + "registered-models/alias";
    registry.on(endpoint, HttpDouble.brokenOff(), HttpDouble.json("{}"));

    models.setAlias("Reg", "champ", "2", Change.because("better"));

    assertThat(registry.requests(endpoint).getLast().json().toString())
        .isEqualTo(
            "{\"name\":\"Reg\",\"alias\":\"champ\",\"version\":\"2\",\"reason\":\"better\"}");
    registry.on(endpoint, HttpDouble.brokenOff(), HttpDouble.json("{}"));
    assertThatThrownBy(
            () -> models.setAlias("Reg", "champ", "2", Change.because("better").ifHeldBy("1")))
        .isInstanceOf(RegistryClientException.class)
        .hasMessageContaining("it may have been carried out, and was not repeated");
  }

  @Test
  void readsTheVersionOfAnAliasWithItsTags() {
    registry.on(GET_MODEL, HttpDouble.json(MODEL));
    registry.on(
        "GET " + API + "model-versions/get",
        HttpDouble.json(
            "{\"model_version\":"
                + VERSION.replace("\"run_link\":\"\"", "\"tags\":[{\"key\":\"k\",\"value\":\"v\"}]")
                + "}"));

    assertThat(models.versionByAlias("Reg", "champ").orElseThrow().tags())
        .isEqualTo(Map.of("k", "v"));
    assertThat(models.versionByAlias("Reg", "other")).isEmpty();
  }

  @Test
  void readsTheLatestVersionOfAStage() {
    String endpoint = "POST " + API + "registered-models/get-latest-versions";
    registry.on(
        endpoint, HttpDouble.json("{\"model_versions\":[" + VERSION + "]}"), HttpDouble.json("{}"));

    assertThat(models.latestVersion("Reg", Stage.PRODUCTION).orElseThrow().version())
        .isEqualTo("1");
    assertThat(models.latestVersion("Reg", Stage.STAGING)).isEmpty();
    assertThat(registry.requests(endpoint).getFirst().json().toString())
        .isEqualTo("{\"name\":\"Reg\",\"stages\":[\"Production\"]}");
  }

  @Test
  void searchesModelsAndVersions() {
    String model = MODEL.strip().substring("{\"registered_model\":".length());
    registry.on(
        "GET " + API + "registered-models/search",
        HttpDouble.json(
            "{\"registered_models\":["
                + model.substring(0, model.length() - 1)
                + "],\"next_page_token\":\"t\"}"));
    registry.on(
        "GET " + API + "model-versions/search",
        HttpDouble.json("{\"model_versions\":[" + VERSION + "]}"));

    Page<RegisteredModel> found = models.searchModels("alias = 'champ'", 10, List.of("name"), "");
    Page<ModelVersion> versions = models.searchVersions("name = 'Reg'", 5, List.of(), "t1");

    assertThat(found.entries()).extracting(RegisteredModel::name).containsExactly("Reg");
    assertThat(found.nextPageToken()).contains("t");
    assertThat(versions.entries()).extracting(ModelVersion::version).containsExactly("1");
    assertThat(versions.nextPageToken()).isEmpty();
    assertThat(registry.requests())
        .extracting(HttpDouble.Request::call)
        .containsExactly(
            "GET "
                + API
                + "registered-models/search?filter=alias%20%3D%20%27champ%27&max_results=10&order_by=name",
            "GET "
                + API
                + "model-versions/search?filter=name%20%3D%20%27Reg%27&max_results=5&page_token=t1");
  }

  @Test
  void changesModelsAndVersions() {
    List.of("POST", "PATCH", "DELETE")
        .forEach(method -> registry.onPrefix(method + " " + API, _ -> HttpDouble.json("{}")));

    models.renameModel("a", "b");
    models.describeModel("a", "text");
    models.setModelTag("a", "k", "v");
    models.deleteModelTag("a", "k");
    models.deleteAlias("a", "best");
    models.describeVersion("a", "1", "text");
    models.setVersionTag("a", "1", "k", "v");
    models.deleteVersionTag("a", "1", "k");
    models.deleteVersion("a", "1");
    models.deleteModel("a");

    assertThat(registry.requests())
        .extracting(request -> request.call().replace(API, "") + " " + request.json())
        .containsExactly(
            "POST registered-models/rename {\"name\":\"a\",\"new_name\":\"b\"}",
            "PATCH registered-models/update {\"name\":\"a\",\"description\":\"text\"}",
            "POST registered-models/set-tag {\"name\":\"a\",\"key\":\"k\",\"value\":\"v\"}",
            "DELETE registered-models/delete-tag {\"name\":\"a\",\"key\":\"k\"}",
            "DELETE registered-models/alias {\"name\":\"a\",\"alias\":\"best\"}",
            "PATCH model-versions/update {\"name\":\"a\",\"version\":\"1\",\"description\":\"text\"}",
            "POST model-versions/set-tag {\"name\":\"a\",\"version\":\"1\",\"key\":\"k\",\"value\":\"v\"}",
            "DELETE model-versions/delete-tag {\"name\":\"a\",\"version\":\"1\",\"key\":\"k\"}",
            "DELETE model-versions/delete {\"name\":\"a\",\"version\":\"1\"}",
            "DELETE registered-models/delete {\"name\":\"a\"}");
  }
}
