package io.drivetrain.registry.client.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.drivetrain.registry.client.artifact.PinnedFile;
import io.drivetrain.registry.client.artifact.PinnedFiles;
import io.drivetrain.registry.client.audit.AuditAction;
import io.drivetrain.registry.client.audit.AuditEntry;
import io.drivetrain.registry.client.audit.AuditFilter;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.loggedmodel.LoggedModel;
import io.drivetrain.registry.client.loggedmodel.LoggedModelStatus;
import io.drivetrain.registry.client.loggedmodel.NewLoggedModel;
import io.drivetrain.registry.client.model.Change;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.ModelVersionStatus;
import io.drivetrain.registry.client.model.RegisteredModel;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.ModelOutput;
import io.drivetrain.registry.client.tracking.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract on registered models, versions, stages and aliases. */
public abstract class ModelContract extends RegistryContract {
  private static final Change CHANGE = Change.because("the contract");
  private static final Map<String, String> LINKED =
      Map.of("drivetrain.production_alias", "champion");

  @Test
  void registersAModelOnce() {
    assertThat(models().registeredModel(name())).isEmpty();

    models().ensureRegisteredModel(name(), Map.of("kind", "price"));
    models().ensureRegisteredModel(name(), Map.of("kind", "other"));

    RegisteredModel model = models().registeredModel(name()).orElseThrow();
    assertThat(model.name()).isEqualTo(name());
    assertThat(model.tags()).isEqualTo(Map.of("kind", "price"));
    assertThat(model.aliases()).isEmpty();
    assertThat(model.latestVersions()).isEmpty();
  }

  @Test
  void numbersVersions() {
    Run run = run();
    String source = run.artifactUri() + "/model";
    models().ensureRegisteredModel(name(), Map.of());

    ModelVersion first = models().createVersion(name(), source, run.id(), Map.of("data", "cars"));
    ModelVersion second = models().createVersion(name(), source, run.id(), Map.of());

    assertThat(first.version()).isEqualTo("1");
    assertThat(first.stage()).isEqualTo(Stage.NONE);
    assertThat(first.status()).isEqualTo(ModelVersionStatus.READY);
    assertThat(first.source()).isEqualTo(source);
    assertThat(first.runId()).isEqualTo(run.id());
    assertThat(first.tags()).isEqualTo(Map.of("data", "cars"));
    assertThat(second.version()).isEqualTo("2");
    assertThat(models().version(name(), "1")).isEqualTo(first);
  }

  @Test
  void aVersionIsMadeOfALoggedModel() {
    Run run = run();
    LoggedModel model =
        client()
            .loggedModels()
            .create(
                new NewLoggedModel(
                    run.experimentId(), "model", "ridge", run.id(), Map.of("a", "1"), Map.of()));
    client().artifacts().upload(model.artifactUri(), "MLmodel", new byte[] {1});
    client().tracking().logOutputs(run.id(), List.of(new ModelOutput(model.id(), 0)));
    client().tracking().logModelMetrics(run.id(), model.id(), List.of(Metric.of("r2", 0.5, START)));
    LoggedModel stored = client().loggedModels().finish(model.id(), LoggedModelStatus.READY);
    models().ensureRegisteredModel(name(), Map.of());

    ModelVersion version = models().createVersionOf(name(), model.id(), run.id(), Map.of());

    assertThat(stored.params()).isEqualTo(Map.of("a", "1"));
    assertThat(stored.metrics()).extracting(metric -> metric.point().key()).containsExactly("r2");
    assertThat(client().tracking().run(run.id()).outputs())
        .containsExactly(new ModelOutput(model.id(), 0));
    assertThat(version.source()).isEqualTo("models:/" + model.id());
    assertThat(version.runId()).isEqualTo(run.id());
    assertThat(models().downloadUri(name(), "1")).isEqualTo(model.artifactUri());
    missing(() -> models().createVersionOf(name(), "m-" + "0".repeat(32), run.id(), Map.of()));
  }

  @Test
  void loadsTheFilesOfALoggedModel() {
    Run run = run();
    LoggedModel model =
        client()
            .loggedModels()
            .create(
                new NewLoggedModel(run.experimentId(), "model", "", run.id(), Map.of(), Map.of()));
    client().artifacts().upload(model.artifactUri(), "MLmodel", new byte[] {1});
    models().ensureRegisteredModel(name(), Map.of());
    models().createVersionOf(name(), model.id(), run.id(), Map.of());

    try (ModelSource source = ModelSource.open(client())) {
      ResolvedModel itself = source.resolve(ModelUri.parse("models:/" + model.id())).orElseThrow();
      ResolvedModel version = source.resolve(new ModelUri.OfVersion(name(), "1")).orElseThrow();

      assertThat(itself.runId()).isEqualTo(run.id());
      assertThat(source.load(itself).files()).containsOnlyKeys("MLmodel");
      assertThat(source.load(version).files()).containsOnlyKeys("MLmodel");
      assertThat(source.resolve(ModelUri.parse("models:/m-" + "0".repeat(32)))).isEmpty();
    }
  }

  @Test
  void pinsTheFilesOfAVersion() {
    Run run = run();
    String source = run.artifactUri() + "/model";
    client().artifacts().upload(source, "MLmodel", "a model".getBytes(UTF_8));
    client().artifacts().upload(source, "data/weights.bin", new byte[3]);
    models().ensureRegisteredModel(name(), Map.of());
    models().createVersion(name(), source, run.id(), Map.of());
    client().artifacts().upload(source, "later.txt", new byte[1]);

    PinnedFiles pinned = client().artifacts().pinned(name(), "1").orElseThrow();
    PinnedFiles uploaded = client().artifacts().uploaded(source).orElseThrow();

    assertThat(pinned.location()).isEqualTo(source);
    assertThat(pinned.files().values())
        .containsExactly(
            new PinnedFile(
                "MLmodel", 7, "97ff8a35544dcf40ad84047074439dd6aa3a0be469ea578a1b1c017d939ec61c"),
            new PinnedFile(
                "data/weights.bin",
                3,
                "709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c"));
    assertThat(uploaded.files()).containsOnlyKeys("MLmodel", "data/weights.bin", "later.txt");
    missing(() -> client().artifacts().pinned(name(), "2"));
  }

  @Test
  void findsTheVersionsOfARun() {
    String run = versions(LINKED, 2);

    assertThat(models().searchVersions("run_id = '%s'".formatted(run), 10, List.of(), "").entries())
        .extracting(ModelVersion::version)
        .containsExactlyInAnyOrder("1", "2");
    assertThat(models().searchVersions("run_id = 'none'", 10, List.of(), "").entries()).isEmpty();
  }

  @Test
  void tagsVersions() {
    versions(Map.of(), 1);

    models().setVersionTag(name(), "1", "reason", "late");
    assertThat(models().version(name(), "1").tags()).isEqualTo(Map.of("reason", "late"));
    models().deleteVersionTag(name(), "1", "reason");
    models().deleteVersionTag(name(), "1", "reason");

    assertThat(models().version(name(), "1").tags()).isEmpty();
  }

  @Test
  void knowsTheLatestVersionOfEachStage() {
    versions(Map.of(), 3);

    move("1", Stage.STAGING, false, CHANGE);
    move("2", Stage.STAGING, false, CHANGE);

    assertThat(latest(Stage.STAGING)).isEqualTo("2");
    assertThat(latest(Stage.NONE)).isEqualTo("3");
    assertThat(models().latestVersion(name(), Stage.PRODUCTION)).isEmpty();
    assertThat(models().latestVersion(name() + "-unknown", Stage.STAGING)).isEmpty();
    assertThat(models().registeredModel(name()).orElseThrow().latestVersions())
        .extracting(ModelVersion::version)
        .containsExactlyInAnyOrder("2", "3");
  }

  @Test
  void archivesOtherVersionsOfTheStageOnlyWhenAsked() {
    versions(Map.of(), 3);

    move("1", Stage.STAGING, false, CHANGE);
    move("2", Stage.STAGING, false, CHANGE);
    assertThat(stages(3)).containsExactly(Stage.STAGING, Stage.STAGING, Stage.NONE);
    ModelVersion moved = move("3", Stage.STAGING, true, CHANGE);

    assertThat(moved.stage()).isEqualTo(Stage.STAGING);
    assertThat(stages(3)).containsExactly(Stage.ARCHIVED, Stage.ARCHIVED, Stage.STAGING);
    refused(
        () -> move("1", Stage.ARCHIVED, true, CHANGE),
        ErrorCode.INVALID_PARAMETER_VALUE,
        400,
        "cannot archive existing model versions");
  }

  @Test
  void movesProductionAndItsAliasTogetherWhereTheModelSaysSo() {
    versions(LINKED, 2);

    move("1", Stage.PRODUCTION, true, CHANGE.ifHeldByNobody());
    assertThat(holder("champion")).isEqualTo("1");

    models().setAlias(name(), "champion", "2", CHANGE);
    assertThat(stages(2)).containsExactly(Stage.ARCHIVED, Stage.PRODUCTION);

    move("1", Stage.PRODUCTION, false, CHANGE.ifHeldBy("2"));
    assertThat(stages(2)).containsExactly(Stage.PRODUCTION, Stage.ARCHIVED);
    assertThat(holder("champion")).isEqualTo("1");

    move("1", Stage.STAGING, false, CHANGE);
    assertThat(models().versionByAlias(name(), "champion")).isEmpty();

    models().setAlias(name(), "champion", "2", CHANGE);
    models().deleteAlias(name(), "champion");
    assertThat(stages(2)).containsExactly(Stage.STAGING, Stage.ARCHIVED);
  }

  @Test
  void leavesStagesAndAliasesOfOtherModelsApart() {
    versions(Map.of(), 2);

    move("1", Stage.PRODUCTION, true, CHANGE);
    models().setAlias(name(), "champion", "2", CHANGE);

    assertThat(stages(2)).containsExactly(Stage.PRODUCTION, Stage.NONE);
    assertThat(holder("champion")).isEqualTo("2");
  }

  @Test
  void movesNothingWhenAnotherVersionHoldsTheStage() {
    versions(LINKED, 2);
    move("1", Stage.PRODUCTION, true, CHANGE);

    refused(
        () -> move("2", Stage.PRODUCTION, true, CHANGE.ifHeldByNobody()),
        ErrorCode.RESOURCE_CONFLICT,
        409,
        "'Production' is held by version 1, not by no version as expected. Nothing was changed.");
    refused(
        () -> move("2", Stage.PRODUCTION, true, CHANGE.ifHeldBy("2")),
        ErrorCode.RESOURCE_CONFLICT,
        409,
        "'Production' is held by version 1, not by version 2 as expected. Nothing was changed.");

    assertThat(stages(2)).containsExactly(Stage.PRODUCTION, Stage.NONE);
    assertThat(holder("champion")).isEqualTo("1");
  }

  @Test
  void movesNothingWhenTheVersionIsInAnotherStage() {
    versions(LINKED, 1);
    move("1", Stage.PRODUCTION, true, CHANGE.ifIn(Stage.NONE));

    refused(
        () -> move("1", Stage.ARCHIVED, false, CHANGE.ifIn(Stage.STAGING)),
        ErrorCode.RESOURCE_CONFLICT,
        409,
        "Version 1 is in Production, not in Staging as expected. Nothing was changed.");

    assertThat(stages(1)).containsExactly(Stage.PRODUCTION);
  }

  @Test
  void movesAnAliasOnlyFromTheExpectedHolder() {
    versions(Map.of(), 2);
    models().setAlias(name(), "rehearsal", "1", CHANGE.ifHeldByNobody());

    refused(
        () -> models().setAlias(name(), "rehearsal", "2", CHANGE.ifHeldByNobody()),
        ErrorCode.RESOURCE_CONFLICT,
        409,
        "'rehearsal' is held by version 1, not by no version as expected. Nothing was changed.");
    assertThat(holder("rehearsal")).isEqualTo("1");

    models().setAlias(name(), "rehearsal", "2", CHANGE.ifHeldBy("1"));
    assertThat(holder("rehearsal")).isEqualTo("2");
    assertThat(models().version(name(), "2").aliases()).containsExactly("rehearsal");
    assertThat(models().registeredModel(name()).orElseThrow().aliases())
        .isEqualTo(Map.of("rehearsal", "2"));

    models().deleteAlias(name(), "rehearsal");
    models().deleteAlias(name(), "rehearsal");
    assertThat(models().versionByAlias(name(), "rehearsal")).isEmpty();
  }

  @Test
  void takesAnAliasAwayOnlyFromTheExpectedHolder() {
    versions(Map.of(), 2);
    models().setAlias(name(), "rehearsal", "1", CHANGE);

    refused(
        () -> models().deleteAlias(name(), "rehearsal", CHANGE.ifHeldBy("2")),
        ErrorCode.RESOURCE_CONFLICT,
        409,
        "'rehearsal' is held by version 1, not by version 2 as expected. Nothing was changed.");
    models().deleteAlias(name(), "rehearsal", CHANGE.ifHeldBy("1"));

    assertThat(models().versionByAlias(name(), "rehearsal")).isEmpty();
  }

  @Test
  void listsModelsAndKeepsTheirDescriptions() {
    versions(Map.of(), 1);

    models().describeModel(name(), "Prices of cars");
    models().describeVersion(name(), "1", "The first one");

    var found = models().searchModels("name = '%s'".formatted(name()), 10, List.of(), "");
    assertThat(found.nextPageToken()).isEmpty();
    assertThat(found.entries())
        .extracting(RegisteredModel::description)
        .containsExactly("Prices of cars");
    assertThat(models().version(name(), "1").description()).isEqualTo("The first one");
  }

  @Test
  void keepsWhatWasMovedAndWhy() {
    versions(LINKED, 2);
    move("1", Stage.PRODUCTION, true, Change.because("the first one"));
    move("2", Stage.PRODUCTION, true, Change.because("a better one"));
    var stages = AuditFilter.ofModel(name()).withAction(AuditAction.STAGE_MOVED);

    var moves = client().audit().search(stages, 10, "").entries();
    assertThat(moves)
        .extracting(AuditEntry::version, AuditEntry::before, AuditEntry::after, AuditEntry::reason)
        .containsExactly(
            tuple("2", "None", "Production", "a better one"),
            tuple("1", "Production", "Archived", "a better one"),
            tuple("1", "None", "Production", "the first one"));
    assertThat(client().audit().search(stages.withVersion("2"), 10, "").entries())
        .containsExactly(moves.getFirst());
    var aliases = AuditFilter.ofModel(name()).withAction(AuditAction.ALIAS_MOVED);
    assertThat(client().audit().search(aliases, 1, "").entries())
        .extracting(AuditEntry::key, AuditEntry::before, AuditEntry::after)
        .containsExactly(tuple("champion", "champion=1", "champion=2"));
    assertThat(client().audit().search(stages, 2, "").nextPageToken()).isPresent();
  }

  @Test
  void knowsNoModelOrVersionThatWasNotMade() {
    versions(Map.of(), 1);
    String unknown = name() + "-unknown";

    missing(() -> models().version(name(), "2"));
    missing(() -> models().version(unknown, "1"));
    missing(() -> move("2", Stage.STAGING, false, CHANGE));
    missing(() -> models().setAlias(name(), "champion", "2", CHANGE));
    missing(() -> models().setVersionTag(name(), "2", "key", "value"));
    missing(() -> models().deleteAlias(unknown, "champion"));
    missing(() -> models().createVersion(unknown, "mlflow-artifacts:/0/run", "", Map.of()));
    refused(
        () -> models().version(name(), "first"), ErrorCode.INVALID_PARAMETER_VALUE, 400, "integer");
    assertThat(models().registeredModel(unknown)).isEmpty();
  }

  /** Gives the model of the test this many versions, and returns the run that made them. */
  private String versions(Map<String, String> tags, int count) {
    Run run = run();
    models().ensureRegisteredModel(name(), tags);
    for (int i = 0; i < count; i++) {
      models().createVersion(name(), run.artifactUri() + "/model", run.id(), Map.of());
    }
    return run.id();
  }

  private ModelVersion move(String version, Stage stage, boolean archive, Change change) {
    return models().transitionStage(name(), version, stage, archive, change);
  }

  private List<Stage> stages(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(version -> models().version(name(), String.valueOf(version)).stage())
        .toList();
  }

  private String latest(Stage stage) {
    return models().latestVersion(name(), stage).orElseThrow().version();
  }

  private String holder(String alias) {
    return models().versionByAlias(name(), alias).orElseThrow().version();
  }

  private ModelRegistryClient models() {
    return client().models();
  }
}
