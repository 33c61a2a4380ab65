package io.drivetrain.registry.model;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static io.drivetrain.registry.Mlflow.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class RegisteredModelTest {
  @Test
  void answersAsMlflowDoes() {
    var name = unique("plain");

    var created =
        ok(post("registered-models/create", Map.of("name", name))).getMap("registered_model");

    assertThat(created.keySet())
        .isEqualTo(Set.of("name", "creation_timestamp", "last_updated_timestamp"));
  }

  @Test
  void refusesATakenNameWithTheCodeThatClientsTolerate() {
    var name = newModel();

    var answer = post("registered-models/create", Map.of("name", name));

    refused(answer, 400, "RESOURCE_ALREADY_EXISTS");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo("Registered Model (name=" + name + ") already exists.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "a:b", "..", ".", "a\\b"})
  void refusesNamesThatAreNone(String name) {
    refused(post("registered-models/create", Map.of("name", name)), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void doesNotKnowAStrangeModel() {
    refused(get("registered-models/get", Map.of("name", "nobody")), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void showsTheLatestVersionOfEachStageWithoutAliases() {
    var name = newModel();
    newVersion(name);
    newVersion(name);
    newVersion(name);
    ok(moveToStage(name, "1", "Production"));
    ok(post("registered-models/alias", Map.of("name", name, "alias", "champion", "version", "1")));

    var model = ok(get("registered-models/get", Map.of("name", name)));

    assertThat(model.getList("registered_model.latest_versions.version")).containsExactly("1", "3");
    assertThat(model.getList("registered_model.latest_versions.current_stage"))
        .containsExactly("Production", "None");
    assertThat(model.getMap("registered_model.latest_versions[0]")).doesNotContainKey("aliases");
    assertThat(model.getList("registered_model.aliases"))
        .containsExactly(Map.of("alias", "champion", "version", "1"));
  }

  @Test
  void updatesTagsAndDescription() {
    var name = newModel();

    ok(patch("registered-models/update", Map.of("name", name, "description", "")));
    ok(post("registered-models/set-tag", Map.of("name", name, "key", "k", "value", "v")));

    var model = ok(get("registered-models/get", Map.of("name", name))).getMap("registered_model");
    assertThat(model)
        .containsEntry("description", "")
        .containsEntry("tags", List.of(tag("k", "v")));
    ok(delete("registered-models/delete-tag", Map.of("name", name, "key", "k")));
    ok(delete("registered-models/delete-tag", Map.of("name", name, "key", "k")));
    assertThat(ok(get("registered-models/get", Map.of("name", name))).getMap("registered_model"))
        .doesNotContainKey("tags");
  }

  @Test
  void takesVersionsAndAliasesAlongWhenRenamed() {
    var name = newModel();
    var other = unique("renamed");
    newVersion(name);
    ok(post("registered-models/alias", Map.of("name", name, "alias", "champion", "version", "1")));

    ok(post("registered-models/rename", Map.of("name", name, "new_name", other)));

    refused(get("registered-models/get", Map.of("name", name)), 404, "RESOURCE_DOES_NOT_EXIST");
    var version = ok(get("registered-models/alias", Map.of("name", other, "alias", "champion")));
    assertThat(version.getString("model_version.name")).isEqualTo(other);
    refused(
        post("registered-models/rename", Map.of("name", other, "new_name", newModel())),
        400,
        "RESOURCE_ALREADY_EXISTS");
  }

  @Test
  void deletesAModelWithItsVersions() {
    var name = newModel();
    newVersion(name);
    ok(post("registered-models/alias", Map.of("name", name, "alias", "champion", "version", "1")));

    ok(delete("registered-models/delete", Map.of("name", name)));

    refused(get("registered-models/get", Map.of("name", name)), 404, "RESOURCE_DOES_NOT_EXIST");
    assertThat(get("model-versions/search", Map.of("filter", "name = '" + name + "'")).asString())
        .isEqualTo("{}");
    ok(post("registered-models/create", Map.of("name", name)));
  }

  @Test
  void hidesPromptsUnlessAskedForAndFindsModelsWithoutTheTag() {
    var prefix = unique("prompts");
    create(prefix + "-model", List.of());
    create(prefix + "-tagged", List.of(tag("other", "y")));
    create(prefix + "-prompt", List.of(tag("mlflow.prompt.is_prompt", "true")));
    var named = "name LIKE '" + prefix + "%'";

    assertThat(search(named)).containsExactly(prefix + "-model", prefix + "-tagged");
    assertThat(search(named + " AND tag.`mlflow.prompt.is_prompt` != 'true'"))
        .containsExactly(prefix + "-model", prefix + "-tagged");
    assertThat(search(named + " AND tags.`mlflow.prompt.is_prompt` = 'true'"))
        .containsExactly(prefix + "-prompt");
    assertThat(
            search(
                "name = '%s-tagged' OR name = '%s-model' AND tag.`mlflow.prompt.is_prompt` != 'true'"
                    .formatted(prefix, prefix)))
        .containsExactly(prefix + "-model", prefix + "-tagged");
    assertThat(search(named + " AND tags.other != 'x'")).containsExactly(prefix + "-tagged");
  }

  private static void create(String name, List<Map<String, String>> tags) {
    ok(post("registered-models/create", Map.of("name", name, "tags", tags)));
  }

  private static List<String> search(String filter) {
    return ok(get("registered-models/search", Map.of("filter", filter)))
        .getList("registered_models.name", String.class);
  }

  @Test
  void searchesByTheStagesAndAliasesOfItsVersions() {
    var name = newModel();
    newVersion(name);
    newVersion(name);
    ok(post("registered-models/alias", Map.of("name", name, "alias", "best", "version", "1")));
    ok(moveToStage(name, "2", "Production"));
    var named = "name = '" + name + "' AND ";

    assertThat(search(named + "alias = 'best' AND stage = 'Production'")).containsExactly(name);
    assertThat(search(named + "aliases IN ('worst', 'best')")).containsExactly(name);
    assertThat(search(named + "NOT stage IN ('Staging', 'Archived')")).containsExactly(name);
    assertThat(search(named + "alias = 'worst'")).isEmpty();
  }

  @Test
  void pagesThroughASearch() {
    var prefix = unique("paged");
    create(prefix + "a", List.of());
    create(prefix + "b", List.of());
    var filter = "name ILIKE '" + prefix + "%'";

    var first =
        ok(
            get(
                "registered-models/search",
                Map.of("filter", filter, "max_results", 1, "order_by", "name DESC")));
    var second =
        ok(
            get(
                "registered-models/search",
                Map.of(
                    "filter",
                    filter,
                    "max_results",
                    1,
                    "order_by",
                    "name DESC",
                    "page_token",
                    first.getString("next_page_token"))));

    assertThat(first.getList("registered_models.name")).containsExactly(prefix + "b");
    assertThat(second.getList("registered_models.name")).containsExactly(prefix + "a");
    assertThat(second.getString("next_page_token")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"creation_timestamp > 1", "name > 'a'", "metrics.x = 1", "tags.a IS NULL"})
  void refusesAFilterThatMlflowRefuses(String filter) {
    refused(
        get("registered-models/search", Map.of("filter", filter)), 400, "INVALID_PARAMETER_VALUE");
  }
}
