package io.drivetrain.registry.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.HttpSettings;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.SourceHealth;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.model.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without Redis. */
class ModelSourceTest {
  private static final ModelUri CHAMPION = ModelUri.parse("models:/cars@champion");
  private static final ModelUri PRODUCTION = ModelUri.parse("models:/cars/Production");

  private final InMemoryRegistry registry = new InMemoryRegistry("cars");
  private final RegistryClient client = RegistryClient.connect(config());
  private final ModelSource source = ModelSource.open(client);

  @BeforeEach
  void publishThreeVersions() {
    registry.addVersion(ModelFixtures.withSums(Map.of("MLmodel", "one", "trees.bin", "t1")));
    registry.addVersion(ModelFixtures.withSums(Map.of("MLmodel", "two")));
    registry.addVersion(
        ModelFixtures.files(Map.of("MLmodel", "three", "data/model.pkl", "foreign")));
    registry.promote("1");
    registry.alias("first", "1");
  }

  @AfterEach
  void close() {
    source.close();
    client.close();
    registry.close();
  }

  @Test
  void resolvesEveryKindOfAddress() {
    ResolvedModel first =
        new ResolvedModel(
            "cars",
            "1",
            Stage.PRODUCTION,
            List.of("champion", "first"),
            registry.runOf("1"),
            registry.sourceOf("1"));

    assertThat(source.resolve(CHAMPION)).contains(first);
    assertThat(source.resolve(PRODUCTION)).contains(first);
    assertThat(source.resolve(ModelUri.parse("models:/cars/1"))).contains(first);
    assertThat(version(ModelUri.parse("models:/cars/latest"))).contains("3");
    assertThat(version(ModelUri.parse("models:/cars/2"))).contains("2");
    assertThat(source.resolve(ModelUri.parse("runs:/" + registry.runOf("1") + "/model")))
        .contains(
            new ResolvedModel(
                "", "", Stage.NONE, List.of(), registry.runOf("1"), registry.sourceOf("1")));
  }

  @Test
  void resolvesAnAliasOfAVersionThatIsNotTheLatestOfItsStage() {
    registry.alias("challenger", "2");

    ResolvedModel challenger =
        source.resolve(ModelUri.parse("models:/cars@challenger")).orElseThrow();

    assertThat(challenger.version()).isEqualTo("2");
    assertThat(challenger.aliases()).containsExactly("challenger");
  }

  @Test
  void resolvesNothingWhereThereIsNothing() {
    assertThat(source.resolve(ModelUri.parse("models:/planes@champion"))).isEmpty();
    assertThat(source.resolve(ModelUri.parse("models:/cars@other"))).isEmpty();
    assertThat(source.resolve(ModelUri.parse("models:/cars/Staging"))).isEmpty();
    assertThat(source.resolve(ModelUri.parse("models:/cars/9"))).isEmpty();
    assertThat(source.resolve(ModelUri.parse("runs:/" + "0".repeat(32) + "/m"))).isEmpty();
  }

  @Test
  void loadsTheFilesThatSha256SumsLists() {
    registry.putFile("1", "stray.txt", new byte[1]);

    ModelFiles files = source.load(source.resolve(CHAMPION).orElseThrow());

    assertThat(files.verified()).isTrue();
    assertThat(files.files()).containsOnlyKeys("MLmodel", "SHA256SUMS", "trees.bin");
    assertThat(files.files().get("trees.bin")).isEqualTo(ModelFixtures.bytes("t1"));
  }

  @Test
  void loadsEveryPinnedFileOfAModelWithoutSha256Sums() {
    registry.putFile("3", "stray.txt", new byte[1]);

    ModelFiles files = source.load(source.resolve(ModelUri.parse("models:/cars/3")).orElseThrow());

    assertThat(files.verified()).isTrue();
    assertThat(files.files()).containsOnlyKeys("MLmodel", "data/model.pkl");
  }

  @Test
  void refusesAFileThatIsNotTheOneThatWasPublished() {
    registry.putFile("1", "trees.bin", ModelFixtures.bytes("t2"));

    refuses(
        "models:/cars/1",
        "%s/trees.bin has SHA-256 %s, but the registry's database says %s."
            .formatted(registry.sourceOf("1"), ModelFixtures.hash("t2"), ModelFixtures.hash("t1")));
  }

  @Test
  void refusesAFileThatWasReplacedTogetherWithItsSums() {
    Map<String, byte[]> worse =
        ModelFixtures.withSums(Map.of("MLmodel", "one", "trees.bin", "worse"));
    worse.forEach((path, content) -> registry.putFile("1", path, content));

    refuses("models:/cars/1", registry.sourceOf("1") + "/SHA256SUMS has SHA-256 ");
  }

  @Test
  void refusesADamagedFileOfAModelWithoutSha256Sums() {
    registry.putFile("3", "data/model.pkl", ModelFixtures.bytes("other"));

    refuses("models:/cars/3", registry.sourceOf("3") + "/data/model.pkl has SHA-256 ");
  }

  @Test
  void refusesADamagedFileOfARunThatIsNotRegistered() {
    registry.putFile("1", "trees.bin", ModelFixtures.bytes("t2"));

    refuses(
        "runs:/" + registry.runOf("1") + "/model",
        registry.sourceOf("1") + "/trees.bin has SHA-256 ");
  }

  @Test
  void refusesAModelWhoseSumsWereNotThoseOfWhatWasStored() {
    Map<String, byte[]> torn = ModelFixtures.withSums(Map.of("MLmodel", "one", "trees.bin", "t1"));
    torn.put("trees.bin", ModelFixtures.bytes("older"));
    registry.addVersion(torn);

    refuses(
        "models:/cars/4",
        "%s/trees.bin was stored with SHA-256 %s, but SHA256SUMS lists it with SHA-256 %s."
            .formatted(
                registry.sourceOf("4"), ModelFixtures.hash("older"), ModelFixtures.hash("t1")));
  }

  @Test
  void refusesAModelThatLacksAFileOfItsSums() {
    Map<String, byte[]> torn = ModelFixtures.withSums(Map.of("MLmodel", "one", "trees.bin", "t1"));
    torn.remove("trees.bin");
    registry.addVersion(torn);

    refuses(
        "models:/cars/4", registry.sourceOf("4") + "/trees.bin was not stored when the model was");
  }

  @Test
  void believesTheSumsOfAServerThatKeepsNoHashes() {
    registry.keepNoHashes();

    ModelFiles first = source.load(source.resolve(CHAMPION).orElseThrow());
    ModelFiles third = source.load(source.resolve(ModelUri.parse("models:/cars/3")).orElseThrow());

    assertThat(first.verified()).isTrue();
    assertThat(first.files()).containsOnlyKeys("MLmodel", "SHA256SUMS", "trees.bin");
    assertThat(third.verified()).isFalse();
    registry.putFile("1", "trees.bin", ModelFixtures.bytes("t2"));
    refuses("models:/cars/1", registry.sourceOf("1") + "/trees.bin has SHA-256 ");
  }

  private void refuses(String uri, String message) {
    ResolvedModel model = source.resolve(ModelUri.parse(uri)).orElseThrow();

    assertThatThrownBy(() -> source.load(model))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            damage -> assertThat(damage.errorCode()).isEqualTo(ErrorCode.CORRUPT_MODEL))
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesAStoreThatOnlyItsOwnerCanRead() {
    ResolvedModel foreign =
        new ResolvedModel("", "", Stage.NONE, List.of(), registry.runOf("1"), "s3://bucket/model");

    assertThatThrownBy(() -> source.load(foreign))
        .isInstanceOf(RegistryClientException.class)
        .hasMessageStartingWith("Cannot read artifacts at 's3://bucket/model'");
  }

  @Test
  void refusesAModelWithoutFiles() {
    registry.addVersion(Map.of());
    ResolvedModel model = source.resolve(ModelUri.parse("models:/cars/4")).orElseThrow();

    assertThatThrownBy(() -> source.load(model))
        .hasMessage("There are no files at %s.".formatted(registry.sourceOf("4")));
  }

  @Test
  void refusesAModelThatIsLargerThanTheLimitInAllItsFiles() {
    HttpSettings small =
        new HttpSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1,
            Duration.ofMillis(10),
            registry.fileSize("1", "SHA256SUMS") + 4);
    try (RegistryClient frugal = RegistryClient.connect(config().withHttp(small));
        ModelSource limited = ModelSource.open(frugal)) {
      ResolvedModel model = limited.resolve(CHAMPION).orElseThrow();

      assertThatThrownBy(() -> limited.load(model))
          .isInstanceOfSatisfying(
              RegistryClientException.class,
              failure -> assertThat(failure.errorCode()).isEqualTo(ErrorCode.TOO_LARGE));
    }
  }

  @Test
  void saysThatTheRegistryIsDownAndWhenItIsBack() {
    assertThat(source.health().registry().state()).isEqualTo(SourceHealth.State.UNKNOWN);
    assertThat(source.health().redis().state()).isEqualTo(SourceHealth.State.OFF);
    registry.stop();

    assertThatThrownBy(() -> source.resolve(CHAMPION))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            failure -> assertThat(failure.errorCode()).isEqualTo(ErrorCode.UNREACHABLE));
    assertThat(source.health().registry().state()).isEqualTo(SourceHealth.State.DOWN);
    assertThat(source.health().registry().lastError()).isEqualTo("the connection was refused");

    registry.restart();
    assertThat(version(CHAMPION)).contains("1");
    assertThat(source.health().registry().isUp()).isTrue();
  }

  @Test
  void tellsAWatcherWhatIsThereAndEachChange() {
    List<Optional<String>> seen = new CopyOnWriteArrayList<>();
    try (ModelSource.Watch _ = source.watch(CHAMPION, now -> seen.add(versionOf(now)))) {
      await().until(() -> seen.size() == 1);

      registry.promote("2");

      await().until(() -> seen.size() == 2);
    }
    assertThat(seen).containsExactly(Optional.of("1"), Optional.of("2"));
  }

  @Test
  void tellsAWatcherThatThereIsNothing() {
    List<Optional<String>> seen = new CopyOnWriteArrayList<>();
    ModelUri staging = ModelUri.parse("models:/cars/Staging");
    try (ModelSource.Watch _ = source.watch(staging, now -> seen.add(versionOf(now)))) {
      await().until(() -> seen.equals(List.of(Optional.empty())));
    }
  }

  @Test
  void tellsAWatcherNothingWhileTheRegistryIsDownAndTheChangeAfterwards() {
    List<Optional<String>> seen = new CopyOnWriteArrayList<>();
    try (ModelSource.Watch _ = source.watch(CHAMPION, now -> seen.add(versionOf(now)))) {
      await().until(() -> seen.size() == 1);
      registry.stop();
      await().until(() -> source.health().registry().state() == SourceHealth.State.DOWN);
      registry.promote("2");
      registry.restart();

      await().until(() -> seen.size() == 2);
    }
    assertThat(seen).containsExactly(Optional.of("1"), Optional.of("2"));
  }

  @Test
  void tellsAWatcherAgainThatFailedOnAChange() {
    AtomicInteger calls = new AtomicInteger();
    List<Optional<String>> taken = new CopyOnWriteArrayList<>();
    try (ModelSource.Watch _ =
        source.watch(
            CHAMPION,
            now -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("thrown by the test");
              }
              taken.add(versionOf(now));
            })) {
      await().until(() -> taken.equals(List.of(Optional.of("1"))));
    }
  }

  @Test
  void endsTheThreadOfAClosedWatch() throws InterruptedException {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    ModelSource.Watch watch = source.watch(CHAMPION, _ -> threads.add(Thread.currentThread()));
    await().until(() -> threads.size() == 1);

    watch.close();

    assertThat(threads.getFirst().join(Duration.ofSeconds(10))).isTrue();
  }

  private Optional<String> version(ModelUri uri) {
    return versionOf(source.resolve(uri));
  }

  private static Optional<String> versionOf(Optional<ResolvedModel> model) {
    return model.map(ResolvedModel::version);
  }

  private RegistryClientConfig config() {
    return RegistryClientConfig.of(registry.uri()).withPollInterval(Duration.ofMillis(50));
  }
}
