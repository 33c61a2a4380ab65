package io.drivetrain.registry.model;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class PromotionTest {
  @Inject Database database;

  @Test
  void movesStageAndAliasApartForOrdinaryModels() {
    var name = twoVersions(Map.of());

    ok(moveToStage(name, "1", "production"));
    ok(moveToStage(name, "2", "PRODUCTION"));
    ok(setAlias(name, "champion", "1"));

    assertThat(stage(name, "1")).isEqualTo("Production");
    assertThat(stage(name, "2")).isEqualTo("Production");
    assertThat(holder(name, "champion")).isEqualTo("1");
  }

  @Test
  void archivesTheOthersWhenAsked() {
    var name = twoVersions(Map.of());
    ok(moveToStage(name, "1", "Staging"));

    ok(transition(name, "2", "Staging", true));

    assertThat(stage(name, "1")).isEqualTo("Archived");
    assertThat(stage(name, "2")).isEqualTo("Staging");
  }

  @Test
  void refusesToArchiveForAStageThatIsNotInUse() {
    var name = twoVersions(Map.of());

    refused(transition(name, "2", "Archived", true), 400, "INVALID_PARAMETER_VALUE");
    refused(transition(name, "2", "Nowhere", false), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void keepsProductionAndItsAliasTogetherWhereTheModelSaysSo() {
    var name = twoVersions(Map.of("drivetrain.production_alias", "champion"));

    var promoted = ok(moveToStage(name, "1", "Production"));
    assertThat(promoted.getList("model_version.aliases")).containsExactly("champion");
    assertThat(holder(name, "champion")).isEqualTo("1");

    ok(setAlias(name, "champion", "2"));
    assertThat(stage(name, "1")).isEqualTo("Archived");
    assertThat(stage(name, "2")).isEqualTo("Production");

    ok(moveToStage(name, "1", "Production"));
    assertThat(stage(name, "2")).isEqualTo("Archived");
    assertThat(holder(name, "champion")).isEqualTo("1");

    ok(moveToStage(name, "1", "None"));
    refused(alias(name, "champion"), 400, "INVALID_PARAMETER_VALUE");

    ok(setAlias(name, "champion", "2"));
    ok(delete("registered-models/alias", Map.of("name", name, "alias", "champion")));
    assertThat(stage(name, "2")).isEqualTo("Archived");
  }

  @Test
  void leavesOtherStagesAndAliasesOfSuchAModelAlone() {
    var name = twoVersions(Map.of("drivetrain.production_alias", "champion"));
    ok(moveToStage(name, "1", "Production"));

    ok(moveToStage(name, "2", "Staging"));
    ok(setAlias(name, "challenger", "2"));

    assertThat(stage(name, "1")).isEqualTo("Production");
    assertThat(stage(name, "2")).isEqualTo("Staging");
    assertThat(holder(name, "champion")).isEqualTo("1");
  }

  @Test
  void changesNothingWhenAnotherHoldsThePlaceThanExpected() {
    var name = twoVersions(Map.of("drivetrain.production_alias", "champion"));
    var expectsNone =
        Map.of(
            "name", name,
            "version", "1",
            "stage", "Production",
            "archive_existing_versions", true,
            "expected_version", "",
            "reason", "first");
    ok(post("model-versions/transition-stage", expectsNone));

    var late =
        post(
            "registered-models/alias",
            Map.of("name", name, "alias", "champion", "version", "2", "expected_version", "2"));
    refused(late, 409, "RESOURCE_CONFLICT");
    refused(post("model-versions/transition-stage", expectsNone), 409, "RESOURCE_CONFLICT");

    assertThat(late.jsonPath().getString("message"))
        .isEqualTo(
            "'champion' is held by version 1, not by version 2 as expected. Nothing was changed.");
    assertThat(stage(name, "1")).isEqualTo("Production");
    assertThat(holder(name, "champion")).isEqualTo("1");
  }

  @Test
  void movesAVersionOnlyFromTheStageThatIsExpected() {
    var name = twoVersions(Map.of("drivetrain.production_alias", "champion"));
    var leavesStaging =
        Map.of(
            "name", name,
            "version", "1",
            "stage", "Archived",
            "archive_existing_versions", false,
            "expected_stage", "Staging");
    ok(moveToStage(name, "1", "Production"));

    var late = post("model-versions/transition-stage", leavesStaging);

    refused(late, 409, "RESOURCE_CONFLICT");
    assertThat(late.jsonPath().getString("message"))
        .isEqualTo("Version 1 is in Production, not in Staging as expected. Nothing was changed.");
    assertThat(holder(name, "champion")).isEqualTo("1");

    ok(moveToStage(name, "1", "Staging"));
    ok(post("model-versions/transition-stage", leavesStaging));
    assertThat(stage(name, "1")).isEqualTo("Archived");
  }

  @Test
  void writesAnAuditTrail() {
    var name = twoVersions(Map.of("drivetrain.production_alias", "champion"));
    given()
        .contentType("application/json")
        .header("User-Agent", "tester/1.0")
        .body(
            Map.of(
                "name", name,
                "version", "1",
                "stage", "Production",
                "archive_existing_versions", true,
                "reason", "better by 4 %"))
        .post("/api/2.0/mlflow/model-versions/transition-stage")
        .then()
        .statusCode(200);

    var trail =
        database.query(
            row ->
                List.of(
                    row.text("who"),
                    row.text("action"),
                    row.integer("version"),
                    String.valueOf(row.text("before")),
                    String.valueOf(row.text("after")),
                    String.valueOf(row.text("reason")),
                    row.text("client").startsWith("tester/")),
            "select who, client, version, action, before, after, reason from audit_trail where model = ? order by id",
            name);
    assertThat(trail)
        .containsExactly(
            List.of("anonymous", "MODEL_CREATED", 0, "null", "null", "null", false),
            List.of("anonymous", "VERSION_CREATED", 1, "null", "null", "null", false),
            List.of("anonymous", "VERSION_CREATED", 2, "null", "null", "null", false),
            List.of("anonymous", "STAGE_MOVED", 1, "None", "Production", "better by 4 %", true),
            List.of("anonymous", "ALIAS_MOVED", 1, "null", "champion=1", "better by 4 %", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "LATEST", "v1", "V22", "", "a b", "a.b"})
  void refusesReservedAndOddAliases(String alias) {
    refused(setAlias(twoVersions(Map.of()), alias, "1"), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void knowsTheLatestVersionByAlias() {
    var name = twoVersions(Map.of());

    assertThat(holder(name, "latest")).isEqualTo("2");
    refused(alias(name, "nobody"), 400, "INVALID_PARAMETER_VALUE");
    assertThat(alias(name, "nobody").jsonPath().getString("message"))
        .isEqualTo("Registered model alias nobody not found.");
    refused(setAlias(name, "champion", "9"), 404, "RESOURCE_DOES_NOT_EXIST");
    ok(delete("registered-models/alias", Map.of("name", name, "alias", "nobody")));
  }

  private static String twoVersions(Map<String, String> tags) {
    var name = newModel(tags);
    newVersion(name);
    newVersion(name);
    return name;
  }

  private static Response transition(String name, String version, String stage, boolean archive) {
    return post(
        "model-versions/transition-stage",
        Map.of(
            "name",
            name,
            "version",
            version,
            "stage",
            stage,
            "archive_existing_versions",
            archive));
  }

  private static Response setAlias(String name, String alias, String version) {
    return post(
        "registered-models/alias", Map.of("name", name, "alias", alias, "version", version));
  }

  private static Response alias(String name, String alias) {
    return get("registered-models/alias", Map.of("name", name, "alias", alias));
  }

  private static String holder(String name, String alias) {
    return ok(alias(name, alias)).getString("model_version.version");
  }

  private static String stage(String name, String version) {
    return ok(get("model-versions/get", Map.of("name", name, "version", version)))
        .getString("model_version.current_stage");
  }
}
